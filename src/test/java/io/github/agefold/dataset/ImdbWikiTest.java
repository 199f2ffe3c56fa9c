package io.github.agefold.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

class ImdbWikiTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final int ROWS = 6;

    @TempDir
    private Path folder;

    /** MATLAB: datenum(1981, 5, 5) is 723671. */
    @Test
    void ageIsThatInTheMiddleOfTheYearOfThePhoto() {
        assertThat(ImdbWiki.age(723_671, 2009)).isEqualTo(28);
        assertThat(ImdbWiki.age(723_671 + 90, 2009)).isEqualTo(27);
        assertThat(ImdbWiki.age(723_671, 1970)).isNegative();
    }

    @Test
    void rowsThatCannotBeUsedAreLeftOutWithTheirReason() throws IOException {
        table("wiki", new double[] {3.2, NONE, 2.1, 1.5, 1.5, 4});
        for (String name : new String[] {"0.jpg", "2.jpg", "3.jpg", "5.jpg"}) {
            Files.writeString(folder.resolve("17").resolve(name), "");
        }

        PictureList list = ImdbWiki.list(ImdbWiki.find(folder).orElseThrow());

        assertThat(list.pictures()).extracting(LabelledPicture::name).containsExactly("17/0.jpg", "17/5.jpg");
        assertThat(list.pictures()).extracting(LabelledPicture::age).containsExactly(28, 28);
        assertThat(list.refused())
                .hasSize(4)
                .containsEntry("17/1.jpg", PhotoFraming.NO_FACE)
                .containsEntry("17/2.jpg", PhotoFraming.SEVERAL_FACES)
                .containsEntry("17/3.jpg", PictureList.IMPOSSIBLE_AGE)
                .containsEntry("17/4.jpg", PictureList.MISSING);
    }

    @Test
    void fileCutShortIsNamed() throws IOException {
        Path mat = table("imdb", new double[ROWS]);
        byte[] whole = Files.readAllBytes(mat);
        Files.write(mat, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> ImdbWiki.list(mat))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("imdb.mat is not a whole table");
    }

    @Test
    void otherTablesAreRefused() throws IOException {
        Path mat = folder.resolve("other.mat");
        Mat5.writeToFile(Mat5.newMatFile().addArray("x", Mat5.newScalar(1)), mat.toFile());
        assertThatThrownBy(() -> ImdbWiki.list(mat)).hasMessageContaining("no table named wiki or imdb");
    }

    /** Six rows in the set's own types; row 2 has a second face, row 3 a date of birth in the year 0. */
    private Path table(String name, double[] scores) throws IOException {
        Files.createDirectories(folder.resolve("17"));
        Matrix born = Mat5.newMatrix(1, ROWS, MatlabType.Int32);
        Matrix taken = Mat5.newMatrix(1, ROWS, MatlabType.UInt16);
        Matrix score = Mat5.newMatrix(1, ROWS);
        Matrix second = Mat5.newMatrix(1, ROWS);
        Cell path = Mat5.newCell(1, ROWS);
        int day = (int) LocalDate.of(1981, 5, 5).toEpochDay() + 719_529;
        for (int row = 0; row < ROWS; row++) {
            born.setInt(row, row == 3 ? 100 : day);
            taken.setInt(row, 2009);
            score.setDouble(row, scores[row]);
            second.setDouble(row, row == 2 ? 1.8 : Double.NaN);
            path.set(row, Mat5.newString("17/" + row + ".jpg"));
        }
        Struct table = Mat5.newStruct()
                .set("dob", born)
                .set("photo_taken", taken)
                .set("full_path", path)
                .set("face_score", score)
                .set("second_face_score", second);
        Path mat = folder.resolve(name + ".mat");
        Mat5.writeToFile(Mat5.newMatFile().addArray(name, table), mat.toFile());
        return mat;
    }
}
