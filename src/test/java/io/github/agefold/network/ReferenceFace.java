package io.github.agefold.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An image and what the pretrained networks make of it, worked out in double precision apart from this project.
 *
 * @param image RGB, [1, 3, 200, 200], in [-1, 1]
 * @param landmarks x, y, x, y ... in pixels
 * @param gradient points of the gradient at the image resized to 150x150; empty for most
 */
record ReferenceFace(
        String name, INDArray image, float[] embedding, float age, float[] landmarks, List<GradientPoint> gradient) {
    static final int SIDE = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The derivative of {@link #loss} by a pixel between 0 and 255. */
    record GradientPoint(int x, int y, int channel, double derivative) {}

    /** Three images that a formula makes. */
    static List<ReferenceFace> synthetic() throws IOException {
        try (InputStream json = ReferenceFace.class.getResourceAsStream("synthetic-references.json")) {
            JsonNode root = JSON.readTree(json);
            return List.of(
                    face(root, "synthetic_0", image(ReferenceFace::waves)),
                    face(root, "synthetic_1", image(ReferenceFace::ramps)),
                    face(root, "synthetic_2", image(noise())));
        }
    }

    /** Twenty photos of faces, which are not part of this project; -Dshared names the folder. */
    static List<ReferenceFace> photos() throws IOException {
        Path folder = Path.of(System.getProperty("shared", "../shared"), "reference");
        assumeTrue(Files.exists(folder), "no reference photos here");
        JsonNode root = JSON.readTree(folder.resolve("reference.json").toFile());
        List<ReferenceFace> faces = new ArrayList<>();
        for (JsonNode node : root.get("images")) {
            if (node.has("png")) {
                BufferedImage png =
                        ImageIO.read(folder.resolve(node.get("png").asText()).toFile());
                faces.add(face(
                        root,
                        node.get("name").asText(),
                        image((pixel, c) -> (png.getRGB(pixel % SIDE, pixel / SIDE) >> (16 - 8 * c)) & 0xff)));
            }
        }
        return faces;
    }

    /** What {@link #gradient} is the gradient of: a weighted sum of the embedding. */
    static float[] loss() {
        float[] weights = new float[FaceNet.EMBEDDING];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i % 2 == 0 ? 1 : -1) * (i + 1) / 128f;
        }
        return weights;
    }

    /** The images in one array, [N, 3, 200, 200]. */
    static INDArray batch(List<ReferenceFace> faces) {
        return Nd4j.concat(0, faces.stream().map(ReferenceFace::image).toArray(INDArray[]::new));
    }

    /** Images [N, 3, side, side] of even noise in [-1, 1], the same each time. */
    static INDArray noise(int n, int side) {
        Random random = new Random(1);
        float[] values = new float[n * 3 * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return Nd4j.create(values, new long[] {n, 3, side, side}, 'c');
    }

    private static ReferenceFace face(JsonNode root, String name, INDArray image) {
        JsonNode node = named(root.get("images"), name).get(0);
        List<GradientPoint> gradient = new ArrayList<>();
        for (JsonNode entry : named(root.get("gradients"), name)) {
            for (JsonNode point : entry.get("points")) {
                gradient.add(new GradientPoint(
                        point.get("x").asInt(),
                        point.get("y").asInt(),
                        point.get("c").asInt(),
                        point.get("dfdx").asDouble()));
            }
        }
        float[] landmarks = new float[FaceLandmarks.POINTS * 2];
        for (int i = 0; i < landmarks.length; i++) {
            landmarks[i] =
                    (float) node.get("landmarks68_px").get(i / 2).get(i % 2).asDouble();
        }
        return new ReferenceFace(
                name,
                image,
                JSON.convertValue(node.get("embedding_full150"), float[].class),
                (float) node.get("age_full112").asDouble(),
                landmarks,
                gradient);
    }

    private static List<JsonNode> named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.get("name").asText().equals(name))
                .toList();
    }

    /** @param colour of a pixel's number (row by row) and a channel, 0 to 255 */
    private static INDArray image(IntBinaryOperator colour) {
        float[] values = new float[3 * SIDE * SIDE];
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            for (int c = 0; c < 3; c++) {
                values[c * SIDE * SIDE + pixel] = colour.applyAsInt(pixel, c) / 127.5f - 1;
            }
        }
        return Nd4j.create(values, new long[] {1, 3, SIDE, SIDE}, 'c');
    }

    private static int waves(int pixel, int c) {
        int x = pixel % SIDE;
        int y = pixel / SIDE;
        return (int) Math.round(127.5 + 127.5 * Math.sin(0.05 * x * (c + 1) + 0.08 * y * (c + 2)));
    }

    private static int ramps(int pixel, int c) {
        return (7 * (pixel % SIDE) + 13 * (pixel / SIDE) + 50 * c) % 256;
    }

    private static IntBinaryOperator noise() {
        int[] state = {12345};
        return (pixel, c) -> {
            state[0] = state[0] * 1103515245 + 12345;
            return state[0] >>> 16 & 255;
        };
    }
}
