package io.github.agefold.stage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture of samples, of a checkpoint or between two.
 *
 * @param stage its name
 * @param step how many steps the stage had taken
 */
public record SampleFile(String stage, long step, Path file) {
    private static final Pattern NAME = Pattern.compile("(\\w+)-(\\d{6,18})\\.png");

    static String name(String stage, long step) {
        return String.format(Locale.ROOT, "%s-%06d.png", stage, step);
    }

    static Optional<SampleFile> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !StagePlan.NAMES.contains(name.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new SampleFile(name.group(1), Long.parseLong(name.group(2)), file));
    }

    /** Where it stands among the samples of a run. */
    int stageOrder() {
        return StagePlan.NAMES.indexOf(stage);
    }
}
