package io.github.agefold.network;

import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/** The memory behind ND4J's arrays, which is not in Java's heap. */
public final class NativeMemory {
    private static final int MOST_CAUSES = 10;

    private NativeMemory() {}

    /** Whether a failure came of want of memory, native or Java's: libraries wrap that in exceptions that tell of whatever they were doing. */
    public static boolean ranOut(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    /**
     * Frees the arrays that nobody holds any more. Java does so by itself when its heap fills, but an array takes only a few bytes of
     * heap however large it is, so that gigabytes can pile up before it looks: call this after work that has made many.
     */
    public static void free() {
        System.gc();
    }

    /** How much of the computer's memory the program takes, Java's heap included, in bytes. */
    public static long ofProgram() {
        return Pointer.physicalBytes();
    }
}
