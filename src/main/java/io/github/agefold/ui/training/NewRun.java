package io.github.agefold.ui.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a new run is kept. */
final class NewRun {
    private NewRun() {}

    /**
     * A folder named by the data and the day; one that is there already is never taken.
     *
     * @param runs the folder of all runs
     * @param data what the run learns from
     */
    static Path folder(Path runs, Path data) {
        String name = String.valueOf(data.getFileName()).replaceFirst("\\.(zip|csv|mat)$", "");
        String dated = name.replaceAll("[^\\w.-]+", "-") + "-" + LocalDate.now(ZoneId.systemDefault());
        Path place = runs.resolve(dated);
        for (int i = 2; Files.exists(place); i++) {
            place = runs.resolve(dated + "-" + i);
        }
        return place;
    }
}
