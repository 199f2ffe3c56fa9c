package io.github.agefold.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.face.Face;
import io.github.agefold.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrototypesTest {
    @Test
    void differenceOfTheAveragesIsAdded() throws IOException {
        // grey 100 + 10 a group, from two faces each: 5 below and 5 above
        Prototypes prototypes = Prototypes.average(greys());
        Face aged = prototypes.aged(grey(20), AgeGroup.FROM_19, AgeGroup.FROM_50);
        assertThat(aged.pixels()).containsOnly(new float[] {50 / 127.5f - 1}, within(1e-6f));
    }

    @Test
    void atItsOwnGroupAFaceStaysAsItIs() throws IOException {
        assertThat(Prototypes.average(greys())
                        .aged(grey(77), AgeGroup.FROM_30, AgeGroup.FROM_30)
                        .pixels())
                .containsOnly(grey(77).pixels()[0]);
    }

    @Test
    void whatLeavesTheRangeIsCut() throws IOException {
        Face aged = Prototypes.average(greys()).aged(grey(250), AgeGroup.UNDER_19, AgeGroup.FROM_60);
        assertThat(aged.pixels()).containsOnly(1f);
    }

    @Test
    void writtenPrototypesComeBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("prototypes.safetensors");
        Prototypes.average(greys()).write(file);
        Face aged = Prototypes.read(file).aged(grey(20), AgeGroup.FROM_19, AgeGroup.FROM_50);
        // half precision
        assertThat(aged.pixels()[0]).isCloseTo(50 / 127.5f - 1, within(1e-3f));
    }

    @Test
    void groupWithoutFacesIsNamed() {
        List<LabelledFace> noElders = greys().stream().filter(f -> f.age() < 60).toList();
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Prototypes.average(noElders))
                .withMessageContaining("60+");
    }

    @Test
    void otherFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("prototypes.safetensors"), new byte[3]);
        assertThatExceptionOfType(WeightsException.class).isThrownBy(() -> Prototypes.read(file));
    }

    private static List<LabelledFace> greys() {
        List<LabelledFace> faces = new ArrayList<>();
        for (AgeGroup group : AgeGroup.ALL) {
            for (int off : new int[] {-5, 5}) {
                byte[] pixels = new byte[Face.LENGTH];
                Arrays.fill(pixels, (byte) (100 + 10 * group.ordinal() + off));
                faces.add(new LabelledFace("x.jpg", group.youngest(), pixels));
            }
        }
        return faces;
    }

    private static Face grey(int value) {
        float[] pixels = new float[Face.LENGTH];
        Arrays.fill(pixels, value / 127.5f - 1);
        return new Face(pixels);
    }
}
