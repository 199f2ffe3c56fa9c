package io.github.agefold.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a source lists.
 *
 * @param pictures with a possible age
 * @param refused entries that cannot be used, before any picture was opened: their name and why
 * @param areChips whether square pictures are faces in the networks' framing already
 */
record PictureList(List<LabelledPicture> pictures, Map<String, String> refused, boolean areChips) {
    static final String MISSING = "its picture is not there";
    static final String IMPOSSIBLE_AGE = "its age is not possible";

    private static final Pattern PICTURE =
            Pattern.compile(".*\\.(jpe?g|png|webp|tiff?|bmp|gif)", Pattern.CASE_INSENSITIVE);

    /** The pictures under a folder, at any depth, in the order of their paths. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(f -> f.getFileName() != null
                            && PICTURE.matcher(f.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** A path below a folder as every system writes it. */
    static String nameBelow(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
