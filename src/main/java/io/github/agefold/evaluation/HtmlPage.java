package io.github.agefold.evaluation;

import static io.github.agefold.evaluation.HtmlTable.escape;

/** Pieces of a page, one after the other. */
final class HtmlPage {
    private final StringBuilder html = new StringBuilder();

    /** @param pieces finished HTML: nothing is escaped */
    HtmlPage html(String pieces) {
        html.append(pieces);
        return this;
    }

    /** @param words under the heading; none if empty */
    void section(String heading, String words) {
        html.append("<h2>").append(escape(heading)).append("</h2>");
        if (!words.isEmpty()) {
            paragraph(words);
        }
    }

    void subsection(String heading) {
        html.append("<h3>").append(escape(heading)).append("</h3>");
    }

    void paragraph(String words) {
        html.append("<p class='quiet'>").append(escape(words)).append("</p>");
    }

    /** @param words of ours: nothing is escaped */
    void warning(String words) {
        html.append("<p class='warning'>").append(words).append("</p>");
    }

    void table(HtmlTable table) {
        html.append(table.html());
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
