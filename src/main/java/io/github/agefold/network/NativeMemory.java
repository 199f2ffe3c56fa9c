package io.github.agefold.network;

/** The memory behind ND4J's arrays, which is not in Java's heap. */
public final class NativeMemory {
    private NativeMemory() {}

    /**
     * Frees the arrays that nobody holds any more. Java does so by itself when its heap fills, but an array takes only a few bytes of
     * heap however large it is, so that gigabytes can pile up before it looks: call this after work that has made many.
     */
    public static void free() {
        System.gc();
    }
}
