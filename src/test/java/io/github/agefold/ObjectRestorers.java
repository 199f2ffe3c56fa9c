package io.github.agefold;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Which classes of the libraries open an ObjectInputStream, by their bytecode. */
final class ObjectRestorers {
    private static final String STREAM = "java/io/ObjectInputStream";

    private ObjectRestorers() {}

    /** Their names with dots, over all jars of the class path. */
    static Set<String> onTheClassPath() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!part.endsWith(".jar")) {
                continue;
            }
            try (JarFile jar = new JarFile(part)) {
                for (JarEntry entry : jar.stream().toList()) {
                    if (entry.getName().endsWith(".class") && opensStream(jar, entry)) {
                        names.add(entry.getName().replaceAll("\\.class$", "").replace('/', '.'));
                    }
                }
            }
        }
        return names;
    }

    private static boolean opensStream(JarFile jar, JarEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        return callsConstructor(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** Whether a class file's constants have a call of the stream's constructor. */
    private static boolean callsConstructor(DataInputStream file) throws IOException {
        file.readInt();
        file.readInt();
        int count = file.readUnsignedShort();
        Map<Integer, String> words = new HashMap<>();
        Map<Integer, Integer> classes = new HashMap<>();
        Map<Integer, Integer> names = new HashMap<>();
        Map<Integer, int[]> calls = new HashMap<>();
        for (int i = 1; i < count; i++) {
            switch (file.readUnsignedByte()) {
                case 1 -> words.put(i, file.readUTF());
                case 7 -> classes.put(i, file.readUnsignedShort());
                case 10 -> calls.put(i, new int[] {file.readUnsignedShort(), file.readUnsignedShort()});
                case 12 -> {
                    names.put(i, file.readUnsignedShort());
                    file.readUnsignedShort();
                }
                case 5, 6 -> {
                    file.readLong();
                    i++;
                }
                case 15 -> file.skipBytes(3);
                case 8, 16, 19, 20 -> file.readUnsignedShort();
                default -> file.readInt();
            }
        }
        return calls.values().stream()
                .anyMatch(call -> STREAM.equals(words.get(classes.get(call[0])))
                        && "<init>".equals(words.get(names.get(call[1]))));
    }
}
