package io.github.agefold.live;

import java.util.function.Supplier;

/** How long the parts of one frame's work took. */
public final class PartTimes {
    /** What is done between a frame and its strips. */
    public enum Part {
        /** Looking for faces; not on every frame. */
        DETECT,
        LANDMARKS,
        /** Cutting the faces out. */
        ALIGN,
        /** Finding z and steadying it. */
        ENCODE,
        /** Making six ages of each face. */
        GENERATE
    }

    private final double[] milliseconds = new double[Part.values().length];

    /** Adds to a part what some work takes. */
    <T> T measure(Part part, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        milliseconds[part.ordinal()] += (System.nanoTime() - begin) / 1e6;
        return result;
    }

    /** Milliseconds of a part; 0 if the frame did without. */
    public double of(Part part) {
        return milliseconds[part.ordinal()];
    }
}
