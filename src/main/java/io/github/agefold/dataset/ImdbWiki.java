package io.github.agefold.dataset;

import io.github.agefold.file.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/**
 * IMDB-WIKI (Rothe, Timofte, Van Gool, 2015): {@code wiki.mat} or {@code imdb.mat}, photos beside it. Rows where the set's own
 * detector saw no face, or a second one, are left out: whose age the row tells is not known.
 */
final class ImdbWiki {
    private static final List<String> TABLES = List.of("wiki", "imdb");

    /** Beyond it the date of birth is wrong more often than the person that old. */
    private static final int OLDEST = 100;

    /** MATLAB counts days from the year 0, Java from 1970. */
    private static final long DAYS_TO_1970 = 719_529;

    private ImdbWiki() {}

    /** The table in a folder, if there is one. */
    static Optional<Path> find(Path folder) {
        return TABLES.stream()
                .map(t -> folder.resolve(t + ".mat"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static PictureList list(Path mat) throws IOException {
        try (MatFile file = Mat5.newReader(Sources.wrap(SmallFile.read(mat))).readMat()) {
            for (MatFile.Entry entry : file.getEntries()) {
                if (TABLES.contains(entry.getName()) && entry.getValue() instanceof Struct table) {
                    return list(mat, table);
                }
            }
        } catch (RuntimeException | IOException | OutOfMemoryError | StackOverflowError e) {
            // the reader answers broken files with exceptions of any kind
            throw new DatasetException(
                    mat + " is not a whole table of IMDB-WIKI (" + e.getMessage() + "). Fetch it again.", e);
        }
        throw new DatasetException(
                mat + " holds no table named wiki or imdb. Choose wiki.mat or imdb.mat of IMDB-WIKI.");
    }

    private static PictureList list(Path mat, Struct table) {
        Matrix born = table.getMatrix("dob");
        Matrix taken = table.getMatrix("photo_taken");
        Matrix score = table.getMatrix("face_score");
        Matrix second = table.getMatrix("second_face_score");
        Cell path = table.getCell("full_path");
        Path folder = mat.resolveSibling("").normalize();
        List<LabelledPicture> pictures = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (int row = 0; row < path.getNumElements(); row++) {
            String name = path.getChar(row).getString();
            Path file = mat.resolveSibling(name).normalize();
            int age = age(born.getLong(row), taken.getInt(row));
            if (!Double.isFinite(score.getDouble(row))) {
                refused.put(name, PhotoFraming.NO_FACE);
            } else if (!Double.isNaN(second.getDouble(row))) {
                refused.put(name, PhotoFraming.SEVERAL_FACES);
            } else if (age < 1 || age > OLDEST) {
                refused.put(name, PictureList.IMPOSSIBLE_AGE);
            } else if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                // a table from a stranger does not point elsewhere
                refused.put(name, PictureList.MISSING);
            } else {
                pictures.add(new LabelledPicture(name, age, file));
            }
        }
        return new PictureList(pictures, refused, false);
    }

    /**
     * Completed years in the middle of the year of the photo: the day is not known.
     *
     * @param born MATLAB's day number
     * @param taken year
     */
    static int age(long born, int taken) {
        LocalDate birth = LocalDate.ofEpochDay(born - DAYS_TO_1970);
        return Period.between(birth, LocalDate.of(taken, 7, 1)).getYears();
    }
}
