package io.github.agefold.ui.control;

/**
 * A short word to the user about something that is over. Two notices of the same words are two notices.
 */
public final class Notice {
    /** Nothing to say. */
    public static final Notice NONE = new Notice("", false);

    private final String text;
    private final boolean problem;

    private Notice(String text, boolean problem) {
        this.text = text;
        this.problem = problem;
    }

    public static Notice success(String text) {
        return new Notice(text, false);
    }

    public static Notice problem(String text) {
        return new Notice(text, true);
    }

    public String text() {
        return text;
    }

    public boolean isProblem() {
        return problem;
    }
}
