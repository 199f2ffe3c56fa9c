package io.github.agefold.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faces that are cropped and named as UTKFace's are: {@code 27_0_1_20170110.jpg.chip.jpg}, the age first; at any depth. */
final class UtkFace {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_.*", Pattern.CASE_INSENSITIVE);
    private static final String NO_AGE =
            "its name does not begin with an age of 0 to " + LabelledPicture.OLDEST + " and an underscore";

    private UtkFace() {}

    static PictureList list(Path folder) throws IOException {
        List<LabelledPicture> pictures = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (Path file : PictureList.files(folder)) {
            // the name alone: a set that is moved or zipped keeps its split
            String name = file.getFileName().toString();
            OptionalInt age = age(name);
            if (age.isPresent()) {
                pictures.add(new LabelledPicture(name, age.getAsInt(), file));
            } else {
                refused.put(name, NO_AGE);
            }
        }
        pictures.sort(Comparator.comparing(LabelledPicture::name));
        return new PictureList(pictures, refused, true);
    }

    /** The age that a file's name tells, if it does. */
    static OptionalInt age(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int age = Integer.parseInt(matcher.group(1));
        return age <= LabelledPicture.OLDEST ? OptionalInt.of(age) : OptionalInt.empty();
    }
}
