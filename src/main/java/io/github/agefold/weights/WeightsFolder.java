package io.github.agefold.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.agefold.file.SmallFile;
import io.github.agefold.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder of weights files and their manifest, which holds the SHA-256 of each: a file that differs from it is not used. */
public final class WeightsFolder {
    private static final String MANIFEST = "manifest.json";
    private static final String SHA_256 = "sha256";
    private static final String ENDING = ".safetensors";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Says where the weights that belong to the application are, if they are not in the working directory. */
    private static final String PROPERTY = "agefold.weights";

    private final Path folder;
    private final JsonNode manifest;

    private WeightsFolder(Path folder, JsonNode manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * @throws WeightsException if the folder has no manifest that can be read
     */
    public static WeightsFolder open(Path folder) throws IOException {
        Path file = folder.resolve(MANIFEST);
        try {
            return new WeightsFolder(folder, JSON.readTree(SmallFile.read(file)));
        } catch (NoSuchFileException e) {
            throw new WeightsException(
                    folder + " is not a folder of weights: it has no " + MANIFEST + ". Choose one that has.", e);
        } catch (JsonProcessingException e) {
            throw new WeightsException(file + " is not JSON. Fetch the weights again, or choose other ones.", e);
        }
    }

    /** The folder of the weights that come with the application. */
    public static Path shipped() {
        return Path.of(System.getProperty(PROPERTY, "weights"));
    }

    /**
     * A file of the folder, looked through from end to end.
     *
     * @param network "generator" for generator.safetensors
     * @throws WeightsException if it is absent or is not what the manifest says
     */
    public Path file(String network) throws IOException {
        String name = network + ENDING;
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new WeightsException(file + " is not there. Choose a folder of weights that has it.");
        }
        String wanted = manifest.path(name).path(SHA_256).asText();
        String found = sha256(file);
        if (!found.equals(wanted)) {
            throw new WeightsException(file + " has SHA-256 " + found + " where " + MANIFEST + " says "
                    + (wanted.isEmpty() ? "nothing" : wanted) + ". Fetch it again, or choose other weights.");
        }
        return file;
    }

    /** Whether the manifest has this file; only the generator and the encoder are in every folder of trained weights. */
    public boolean has(String network) {
        return manifest.has(network + ENDING);
    }

    /** The SHA-256 of each file by its name, as the manifest has them. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        manifest.fieldNames()
                .forEachRemaining(name ->
                        hashes.put(name, manifest.path(name).path(SHA_256).asText()));
        return hashes;
    }

    /** Writes the manifest of the weights files that are in a folder now. */
    public static void writeManifest(Path folder) throws IOException {
        ObjectNode manifest = JSON.createObjectNode();
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            manifest.putObject(file.getFileName().toString()).put(SHA_256, sha256(file));
        }
        byte[] json = (JSON.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(MANIFEST), json);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // reading is what feeds the digest
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
