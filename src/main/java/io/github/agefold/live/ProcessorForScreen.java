package io.github.agefold.live;

import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Leaves one processor to those who show the picture, as long as it is open and for the thread that opened it: a network's threads share
 * each step evenly, so that all wait for the one that the screen holds up. On two cores this gave more strips a second, not fewer
 * (8.3 in place of 7.5), and sooner (133 ms in place of 145).
 */
public final class ProcessorForScreen implements AutoCloseable {
    private final NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
    private final int all = operations.ompGetMaxThreads();

    private ProcessorForScreen() {
        operations.setOmpNumThreads(Math.max(1, all - 1));
    }

    /** To be closed on the same thread. */
    public static ProcessorForScreen leave() {
        return new ProcessorForScreen();
    }

    @Override
    public void close() {
        operations.setOmpNumThreads(all);
    }
}
