package io.github.agefold.ui.training;

import io.github.agefold.stage.RunFolder;
import io.github.agefold.strip.Aging;
import io.github.agefold.ui.background.NetworkThread;
import io.github.agefold.ui.background.Problems;
import io.github.agefold.ui.control.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** Which weights the Age page uses: the shipped ones or a run's. It is remembered. */
public final class WeightsChoice {
    private static final String RUN = "weights-of-run";

    private final NetworkThread networks;
    private final Loading loading;
    private final Executor screen;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);

    /** Makes networks with a folder's weights. */
    @FunctionalInterface
    public interface Loading {
        Aging load(Path weights) throws Exception;
    }

    public WeightsChoice(NetworkThread networks, Loading loading, Executor screen, Preferences preferences) {
        this.networks = networks;
        this.loading = loading;
        this.screen = screen;
        this.preferences = preferences;
    }

    /** Uses what was chosen last, if it is still there. */
    public void restore() {
        String run = preferences.get(RUN, "");
        if (!run.isEmpty() && Files.isDirectory(Path.of(run))) {
            use(Path.of(run), "");
        }
    }

    /** Uses the weights that a run has reached. */
    public void use(Path run) {
        use(run, "The Age page now uses the weights of " + run.getFileName());
    }

    private void use(Path run, String words) {
        networks.use(
                String.valueOf(run.toAbsolutePath().getFileName()),
                () -> {
                    Aging made = loading.load(new RunFolder(run).weights());
                    chosen(run.toAbsolutePath().toString(), words);
                    return made;
                },
                this::failed);
    }

    /** Uses the shipped weights again. */
    public void useShipped() {
        chosen("", "The Age page uses the shipped weights again");
        networks.useFirst(this::failed);
    }

    private void chosen(String run, String words) {
        screen.execute(() -> {
            preferences.put(RUN, run);
            notice.set(Notice.success(words));
        });
    }

    private void failed(Throwable e) {
        screen.execute(() -> notice.set(Notice.problem(Problems.sentence(e))));
    }

    /** The name of the run whose weights are in use; empty for the shipped ones. */
    public ReadOnlyStringProperty inUseProperty() {
        return networks.weightsProperty();
    }

    /** How the last change went. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
