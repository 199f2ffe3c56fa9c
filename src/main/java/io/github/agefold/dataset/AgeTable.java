package io.github.agefold.dataset;

import io.github.agefold.file.SmallFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSV of two columns, a photo's file and the age of the person in it: {@code photos/anna.jpg,34}. Files are looked for beside the
 * CSV. A first line without an age is a heading.
 */
final class AgeTable {
    private static final Pattern ROW =
            Pattern.compile("\\s*(?:\"([^\"]+)\"|([^\"]+?))\\s*[,;]\\s*\"?([^,;\"]*)\"?\\s*");

    private AgeTable() {}

    static PictureList list(Path csv) throws IOException {
        List<String> lines;
        try {
            lines = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(SmallFile.read(csv)))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new DatasetException(csv + " is not text in UTF-8. Save it as CSV in UTF-8.", e);
        }
        List<LabelledPicture> pictures = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(0).replace("\uFEFF", "") : lines.get(i);
            if (!line.isBlank() && !(i == 0 && isHeading(line))) {
                add(csv, line, "line " + (i + 1), pictures, refused);
            }
        }
        return new PictureList(pictures, refused, false);
    }

    private static boolean isHeading(String line) {
        Matcher row = ROW.matcher(line);
        return row.matches() && row.group(3).chars().noneMatch(Character::isDigit);
    }

    private static void add(
            Path csv, String line, String place, List<LabelledPicture> pictures, Map<String, String> refused) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            refused.put(place, "it is not a file and an age, with a comma between");
            return;
        }
        String name = row.group(1) == null ? row.group(2) : row.group(1);
        double age;
        Path file;
        try {
            age = Double.parseDouble(row.group(3));
            file = csv.resolveSibling(name);
        } catch (NumberFormatException e) {
            refused.put(name, "its age is not a number");
            return;
        } catch (InvalidPathException e) {
            refused.put(name, PictureList.MISSING);
            return;
        }
        if (!(age >= 0 && age <= LabelledPicture.OLDEST)) {
            refused.put(name, PictureList.IMPOSSIBLE_AGE);
        } else if (!Files.isRegularFile(file)) {
            refused.put(name, PictureList.MISSING);
        } else {
            pictures.add(new LabelledPicture(name, (int) age, file));
        }
    }
}
