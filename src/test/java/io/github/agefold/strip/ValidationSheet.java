package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.FaceCache;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.Split;
import io.github.agefold.face.Face;
import io.github.agefold.file.WholeFile;
import io.github.agefold.latent.LatentSearch;
import io.github.agefold.latent.Likeness;
import io.github.agefold.latent.Search;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.Generator;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.weights.NetworkWeights;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Draws validation faces and their six ages on one sheet, to look at; the faces' terms keep it out of the project. A developer's
 * program, not a test:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.agefold.strip.ValidationSheet
 *   -Dexec.args="../shared/data/utkface.zip runs/faces.safetensors weights tuned 24 runs/sheet.png"</pre>
 *
 * Arguments: the data (UTKFace, whose names tell race and gender), a file to keep it decoded in, the folder of weights, the search, how
 * many faces, where to.
 */
public final class ValidationSheet {
    private static final int CELL = 96;
    private static final int GAP = 2;
    private static final int PEOPLE_ACROSS = 2;

    private ValidationSheet() {}

    public static void main(String[] arguments) throws IOException {
        List<LabelledFace> faces =
                FaceCache.read(Path.of(arguments[1]), Path.of(arguments[0])).of(Split.VALIDATION);
        Path weights = Path.of(arguments[2]);
        Generator plain = Generator.create(0, 0, 0);
        NetworkWeights.read(weights.resolve("generator.safetensors"), plain.tensors());
        Generator generator = plain.folded();
        Encoder encoder = Encoder.create(0, 0);
        NetworkWeights.read(weights.resolve("encoder.safetensors"), encoder.tensors());
        LatentSearch latentSearch =
                new LatentSearch(generator, encoder, FaceNet.load(Path.of("weights", "facenet.safetensors")));
        Search search = Search.valueOf(arguments[3].toUpperCase(Locale.ROOT));

        List<LabelledFace> people = choose(faces, Integer.parseInt(arguments[4]));
        int stripWidth = (1 + AgeGroup.COUNT) * (CELL + GAP) + 4 * GAP;
        int rows = (people.size() + PEOPLE_ACROSS - 1) / PEOPLE_ACROSS;
        BufferedImage sheet =
                new BufferedImage(PEOPLE_ACROSS * stripWidth, rows * (CELL + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < people.size(); i++) {
            LabelledFace person = people.get(i);
            Likeness likeness = latentSearch.find(person.face(), person.group(), search, step -> {}, () -> false);
            INDArray ages = likeness.everyAge(generator);
            int left = i % PEOPLE_ACROSS * stripWidth;
            int top = i / PEOPLE_ACROSS * (CELL + GAP);
            graphics.drawImage(FaceImage.of(person.face(), CELL), left, top, null);
            for (int k = 0; k < AgeGroup.COUNT; k++) {
                Face face = new Face(ages.slice(k).dup('c').data().asFloat());
                graphics.drawImage(FaceImage.of(face, CELL), left + (k + 1) * (CELL + GAP), top, null);
            }
            NativeMemory.free();
        }
        graphics.dispose();
        WholeFile.writePng(Path.of(arguments[5]), sheet);
    }

    /** Group by group in turn, and within a group race by race: every sixth face is of one group. */
    private static List<LabelledFace> choose(List<LabelledFace> faces, int count) {
        List<LabelledFace> shuffled = new ArrayList<>(faces);
        Collections.shuffle(shuffled, new Random(1));
        List<LabelledFace> chosen = new ArrayList<>();
        for (int i = 0; chosen.size() < count && i < 100 * count; i++) {
            AgeGroup group = AgeGroup.ALL.get(i % AgeGroup.COUNT);
            String race = Integer.toString(i / AgeGroup.COUNT % 4);
            shuffled.stream()
                    .filter(f -> f.group() == group && !chosen.contains(f) && race(f).equals(race))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** The third field of [age]_[gender]_[race]_[date&time]. */
    private static String race(LabelledFace face) {
        String name = face.name().substring(face.name().lastIndexOf('/') + 1);
        String[] fields = name.split("_", -1);
        return fields.length > 2 ? fields[2] : "";
    }
}
