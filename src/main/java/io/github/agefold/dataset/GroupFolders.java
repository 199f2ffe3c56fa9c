package io.github.agefold.dataset;

import io.github.agefold.age.AgeGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with sub-folders named by age group, as in {@code 0-18} or {@code 60+}, of photos. How old somebody is within the group is
 * not told: they count as so many years into it.
 */
final class GroupFolders {
    private static final int YEARS_INTO_GROUP = 5;

    private GroupFolders() {}

    /** Whether a folder is made this way. */
    static boolean fits(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(f -> Files.isDirectory(f) && group(f).isPresent());
        }
    }

    static PictureList list(Path folder) throws IOException {
        List<LabelledPicture> pictures = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (Path file : PictureList.files(folder)) {
            String name = PictureList.nameBelow(folder, file);
            Optional<AgeGroup> group = group(folder.relativize(file).getName(0));
            if (group.isPresent()) {
                pictures.add(new LabelledPicture(name, group.get().youngest() + YEARS_INTO_GROUP, file));
            } else {
                refused.put(name, "it is in no folder named by an age group");
            }
        }
        return new PictureList(pictures, refused, false);
    }

    private static Optional<AgeGroup> group(Path folder) {
        String name = folder.getFileName()
                .toString()
                .replace("/", "")
                .replace(" ", "")
                .replace('–', '-')
                .replace("+", "plus");
        return AgeGroup.ALL.stream().filter(g -> g.id().equals(name)).findFirst();
    }
}
