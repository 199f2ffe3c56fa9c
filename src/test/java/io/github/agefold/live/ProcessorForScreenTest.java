package io.github.agefold.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class ProcessorForScreenTest {
    @Test
    void oneIsLeftUntilItIsGivenBack() {
        Nd4j.zeros(1).close();
        int all = threads();
        try (ProcessorForScreen left = ProcessorForScreen.leave()) {
            assertThat(threads()).isEqualTo(Math.max(1, all - 1));
        }
        assertThat(threads()).isEqualTo(all);
    }

    private static int threads() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }
}
