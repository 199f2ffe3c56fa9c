package io.github.agefold.benchmark;

import java.util.List;

/** The same networks and the same work on another engine. An implementation is found by {@link java.util.ServiceLoader}. */
public interface OtherEngine extends AutoCloseable {
    /** The engine and its version. */
    String name();

    /** In what ways it can run the generator's upsampling: each is timed of its own. */
    List<String> variants();

    /**
     * @param variant one of {@link #variants}
     * @param batch faces to a training step
     * @return the median time of the work, in milliseconds
     */
    double milliseconds(Work work, String variant, int batch, Stopwatch watch);

    /** Frees what the engine holds. */
    @Override
    void close();
}
