package io.github.agefold.network;

import io.github.agefold.network.layer.Sum;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds the 68 landmarks of the iBUG 300-W scheme on a face, by the densely connected network of face-api: 0-16 jaw, 17-26 brows,
 * 27-35 nose, 36-47 eyes, 48-67 mouth, left and right as the viewer sees them.
 */
public final class FaceLandmarks {
    /** How many landmarks a face has. */
    public static final int POINTS = 68;

    private static final int SIDE = 112;
    private static final int[] CHANNELS = {32, 64, 128, 256};
    private static final int CONVOLUTIONS = 4;

    private final FaceInput input = new FaceInput(SIDE);
    private final DifferentiableGraph graph;

    private FaceLandmarks(DifferentiableGraph graph) {
        this.graph = graph;
    }

    /**
     * Reads the network from face-landmarks.safetensors.
     *
     * @throws WeightsException if the file is absent or holds another network
     * @throws IOException if it cannot be read
     */
    public static FaceLandmarks load(Path weightsFile) throws IOException {
        DifferentiableGraph graph = graph();
        PretrainedWeights.assignAll(WeightsFile.read(weightsFile), graph);
        return new FaceLandmarks(graph.freeze());
    }

    private static DifferentiableGraph graph() {
        Layers layers = new Layers(0, 0, "x");
        int in = 3;
        for (int i = 0; i < CHANNELS.length; i++) {
            block(layers, "block" + (i + 1), in, CHANNELS[i]);
            in = CHANNELS[i];
        }
        return layers.average("average")
                .dense("points", in, 2 * POINTS, Layers.linear())
                .build();
    }

    /** Halves the side; each convolution sees the sum of all before it. */
    private static void block(Layers layers, String name, int in, int out) {
        String[] outputs = new String[CONVOLUTIONS];
        for (int i = 0; i < CONVOLUTIONS; i++) {
            String convolution = name + "_conv" + (i + 1);
            if (i > 0) {
                layers.separable(convolution, out, out, 1, Layers.linear());
            } else if (in == 3) {
                layers.convolution(convolution, in, out, 3, 2, new ActivationReLU());
            } else {
                layers.separable(convolution, in, out, 2, new ActivationReLU());
            }
            outputs[i] = layers.top();
            if (i > 0) {
                layers.vertex(name + "_sum" + (i + 1), new Sum(true), Arrays.copyOf(outputs, i + 1));
            }
        }
    }

    /**
     * @param faces RGB, [N, 3, S, S], in [-1, 1], with the face filling most of the square
     * @return for each face x, y, x, y ... as shares of the side: 0 is the left or upper edge, 1 the right or lower one
     * @throws IllegalArgumentException if the faces are not square or not RGB
     */
    public float[][] locate(INDArray faces) {
        return graph.forward(false, input.forward(faces)).toFloatMatrix();
    }
}
