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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes the weights of the three pretrained face networks from the npm package @vladmandic/face-api 1.7.15. Bytes stay as they were
 * quantised; only the axes of filters move, from TensorFlow's [height, width, in, out] to [out, in, height, width].
 *
 * <pre>
 * npm pack @vladmandic/face-api@1.7.15 &amp;&amp; tar xf vladmandic-face-api-1.7.15.tgz
 * mvn test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.github.agefold.weights.FaceApiConversion -Dexec.args="package weights"
 * </pre>
 */
public final class FaceApiConversion {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FaceApiConversion() {}

    /** @param args the package's folder and the folder to write to */
    public static void main(String[] args) throws IOException {
        Path models = Path.of(args[0], "model");
        Path to = Path.of(args[1]);
        convert(models, "face_recognition_model", FaceApiConversion::faceNet, to.resolve("facenet.safetensors"));
        convert(models, "age_gender_model", FaceApiConversion::age, to.resolve("age-estimator.safetensors"));
        convert(
                models,
                "face_landmark_68_model",
                FaceApiConversion::landmarks,
                to.resolve("face-landmarks.safetensors"));
    }

    private static String faceNet(String name) {
        return name.replaceFirst("^conv32_down/", "stem/")
                .replaceFirst("^conv(\\d+)_(\\w+)/", "block$1_$2_")
                .replace("/conv/filters", ".weight")
                .replace("/conv/bias", ".bias")
                .replace("/scale/weights", ".gain")
                .replace("/scale/biases", ".shift")
                .replaceFirst("^fc$", "embedding.weight");
    }

    private static String age(String name) {
        // the estimate of the gender, which nothing here asks for
        if (name.startsWith("fc/gender")) {
            return "";
        }
        return separable(numbered(
                        numbered(numbered(name, "reduction_block_", "reduction"), "main_block_", "main"),
                        "separable_conv",
                        "separable"))
                .replaceFirst("^(entry|middle|exit)_flow/", "")
                .replaceFirst("^conv_in/", "stem/")
                .replaceFirst("^reduction_block/", "reduction3/")
                .replaceFirst("^separable_conv/", "exit/")
                .replace("expansion_conv", "shortcut")
                .replaceFirst("^fc/", "")
                .replaceFirst("/(\\w+)$", ".$1")
                .replace('/', '_')
                .replace(".filters", ".weight")
                .replace(".weights", ".weight");
    }

    private static String landmarks(String name) {
        String named = name.startsWith("dense0/conv0/") ? name : separable(name);
        return numbered(numbered(named, "dense", "block"), "conv", "conv")
                .replaceFirst("^fc/", "points/")
                .replaceFirst("/(\\w+)$", ".$1")
                .replace('/', '_')
                .replace(".filters", ".weight")
                .replace(".weights", ".weight");
    }

    /** A separable convolution's tensors, as those of two layers; its bias belongs to the second. */
    private static String separable(String name) {
        return name.replace("depthwise_filter", "depthwise/weight")
                .replace("pointwise_filter", "pointwise/weight")
                .replaceFirst("((separable_?|/)(conv)?\\d?)/bias$", "$1/pointwise/bias");
    }

    /** Counts from one in place of zero. */
    private static String numbered(String name, String before, String after) {
        return Pattern.compile("(?<![a-z_])" + before + "(\\d)")
                .matcher(name)
                .replaceAll(found -> after + (Integer.parseInt(found.group(1)) + 1));
    }

    private static void convert(Path models, String model, UnaryOperator<String> naming, Path to) throws IOException {
        JsonNode manifest =
                JSON.readTree(models.resolve(model + "-weights_manifest.json").toFile());
        byte[] numbers = Files.readAllBytes(models.resolve(model + ".bin"));
        ByteBuffer rest = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        // sorted, so that the file is the same each time
        Map<String, Tensor> tensors = new TreeMap<>();
        for (JsonNode weight : manifest.get(0).get("weights")) {
            long[] shape = JSON.convertValue(weight.get("shape"), long[].class);
            JsonNode quantization = weight.get("quantization");
            int bytes = quantization == null ? 4 : 1;
            int length = 1;
            for (long side : shape) {
                length *= (int) side;
            }
            byte[] data = new byte[length * bytes];
            rest.get(data);
            String source = weight.get("name").asText();
            String name = naming.apply(source);
            if (name.isEmpty()) {
                continue;
            }
            if (shape.length == 4) {
                boolean depthwise = source.endsWith("depthwise_filter");
                data = outermost(data, bytes, shape, depthwise);
                shape = depthwise
                        ? new long[] {shape[2], shape[3], shape[0], shape[1]}
                        : new long[] {shape[3], shape[2], shape[0], shape[1]};
            }
            if (quantization == null) {
                float[] values = new float[length];
                ByteBuffer.wrap(data)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                tensors.put(name, Tensor.single(values, shape));
            } else {
                tensors.put(name, Tensor.bytes(data, shape));
                for (String key : new String[] {"scale", "min"}) {
                    float value = (float) quantization.get(key).asDouble();
                    tensors.put(name + "." + key, Tensor.single(new float[] {value}));
                }
            }
        }
        if (rest.hasRemaining()) {
            throw new IOException(model + ".bin has " + rest.remaining() + " bytes that its manifest does not tell of");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("source", "npm package @vladmandic/face-api 1.7.15, model/" + model + ".bin");
        metadata.put("source_sha256", sha256(numbers));
        metadata.put("licence", "MIT");
        metadata.put(
                "format", "U8 is value * scale + min; convolutions [out, in, height, width]; dense [in, out]; RGB");
        new Safetensors(metadata, tensors).write(to);
        System.out.println(to + ": " + tensors.keySet());
    }

    /** Moves height and width behind the channels; the output channel goes first unless the convolution is depthwise. */
    private static byte[] outermost(byte[] data, int bytes, long[] shape, boolean depthwise) {
        int plane = (int) (shape[0] * shape[1]);
        int in = (int) shape[2];
        int out = (int) shape[3];
        byte[] moved = new byte[data.length];
        for (int p = 0; p < plane; p++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    int channel = depthwise ? i * out + o : o * in + i;
                    System.arraycopy(
                            data, ((p * in + i) * out + o) * bytes, moved, (channel * plane + p) * bytes, bytes);
                }
            }
        }
        return moved;
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
