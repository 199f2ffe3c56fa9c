package io.github.agefold.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A process that reads what may break a decoder, and prints a line for each answer that it should not have given. The first line is its
 * memory in megabytes before, the last one the most that it had. Arguments: a folder of files, a seed, how many mutated files.
 */
final class HostilePhotos {
    private static final PhotoReader READER = new PhotoReader();
    private static final long MOST_MILLIS = 60_000;

    private HostilePhotos() {}

    public static void main(String[] arguments) throws IOException {
        List<Map.Entry<String, byte[]>> files = new ArrayList<>(Corpus.files().entrySet());
        files.addAll(Corpus.others().entrySet());
        for (var file : files) {
            READER.read(file.getValue(), file.getKey());
        }
        System.out.println(mostMemory());
        try (var large = Files.list(Path.of(arguments[0]))) {
            for (Path file : large.sorted().toList()) {
                answer(file.getFileName().toString(), () -> READER.read(file));
            }
        }
        long seed = Long.parseLong(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            byte[] mutated = mutate(
                    files.get(i % files.size()).getValue(),
                    files.get(random.nextInt(files.size())).getValue(),
                    random);
            String name = "seed " + seed + ", file " + i + ", "
                    + files.get(i % files.size()).getKey();
            answer(name, () -> READER.read(mutated, name));
        }
        System.out.println(mostMemory());
    }

    private interface Reading {
        Photo read() throws IOException;
    }

    private static void answer(String name, Reading reading) {
        long begin = System.nanoTime();
        try {
            reading.read();
        } catch (UnreadablePhotoException e) {
            String words = String.valueOf(e.getMessage());
            if (!words.startsWith(name + " ") || !words.endsWith(".") || words.contains("given up")) {
                System.out.println("Odd words: " + words);
            }
        } catch (Throwable e) {
            System.out.println(name + ": " + e);
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (millis > MOST_MILLIS) {
            System.out.println(name + ": " + millis + " ms");
        }
    }

    /** One to four changes, of the sorts that have broken decoders. */
    private static byte[] mutate(byte[] file, byte[] other, Random random) {
        byte[] bytes = file.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(Math.max(1, bytes.length));
            switch (random.nextInt(8)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> fill(bytes, at, 1 + random.nextInt(4), (byte) 0xff);
                case 3 -> fill(bytes, at, 1 + random.nextInt(4), (byte) 0);
                // headers are at the beginning
                case 4 -> bytes[random.nextInt(Math.min(64, bytes.length))] = (byte) random.nextInt(256);
                case 5 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 6 -> {
                    int from = random.nextInt(other.length);
                    byte[] piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + 64));
                    bytes = Pictures.insert(bytes, at, piece);
                }
                default -> {
                    int length = Math.min(random.nextInt(32), bytes.length - at - 1);
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                    System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                    bytes = shorter;
                }
            }
        }
        return bytes;
    }

    private static void fill(byte[] bytes, int at, int length, byte value) {
        Arrays.fill(bytes, at, Math.min(bytes.length, at + length), value);
    }

    private static long mostMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
