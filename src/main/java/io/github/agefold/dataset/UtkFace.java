package io.github.agefold.dataset;

import io.github.agefold.face.Face;
import io.github.agefold.face.FaceChip;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads faces that are cropped and named as UTKFace's are: {@code 27_0_1_20170110.jpg.chip.jpg}, the age first. A folder or a zip, at
 * any depth; what is not a JPEG or PNG is passed over, what cannot be used is refused with its reason, together with its label.
 */
public final class UtkFace {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_.*\\.(jpe?g|png)", Pattern.CASE_INSENSITIVE);
    private static final int OLDEST = 120;

    private UtkFace() {}

    /**
     * @param source a folder or a zip
     * @param progress told after each picture how many there were so far
     * @throws DatasetException if there is no usable face in it
     */
    public static FaceSet read(Path source, IntConsumer progress) throws IOException {
        if (Files.isDirectory(source)) {
            return readFolder(source, source, progress);
        }
        if (!Files.isRegularFile(source)) {
            throw new DatasetException(source + " is not there. Name a folder or a zip of faces.");
        }
        try (FileSystem zip = FileSystems.newFileSystem(source)) {
            return readFolder(source, zip.getPath("/"), progress);
        } catch (ProviderNotFoundException | java.util.zip.ZipError e) {
            throw new DatasetException(source + " is neither a folder nor a zip. Name one that holds faces.", e);
        }
    }

    private static FaceSet readFolder(Path source, Path folder, IntConsumer progress) throws IOException {
        List<LabelledFace> faces = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        PhotoReader reader = new PhotoReader();
        for (Path file : pictures(folder)) {
            String name = file.getFileName().toString();
            OptionalInt age = age(name);
            if (age.isEmpty()) {
                refused.put(name, "its name does not begin with an age of 0 to " + OLDEST + " and an underscore");
                continue;
            }
            try (InputStream in = Files.newInputStream(file)) {
                faces.add(LabelledFace.of(name, age.getAsInt(), chip(reader.read(in, name))));
            } catch (IOException e) {
                refused.put(name, e.getMessage());
            }
            progress.accept(faces.size() + refused.size());
        }
        if (faces.isEmpty()) {
            throw new DatasetException(source + " has no face named as UTKFace names them (27_0_1_20170110.jpg), but "
                    + refused.size() + " other pictures. Name a folder or a zip that has.");
        }
        return new FaceSet(faces, refused);
    }

    private static Face chip(Photo photo) throws DatasetException {
        if (photo.width() != photo.height() || photo.width() < Face.SIDE) {
            throw new DatasetException("it is " + photo.width() + "x" + photo.height() + ", not a square of at least "
                    + Face.SIDE + " pixels");
        }
        return FaceChip.toFace(photo);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f ->
                            f.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)"))
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .toList();
        }
    }

    /** The age that a file's name tells, if it does. */
    static OptionalInt age(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int age = Integer.parseInt(matcher.group(1));
        return age <= OLDEST ? OptionalInt.of(age) : OptionalInt.empty();
    }
}
