package io.github.agefold.network.layer;

import io.github.agefold.network.layer.OneDnn.Step;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** Memory in the order that a primitive wants, and how it gets there: not at all where it is in that order already. */
record Adapted(memory memory, @Nullable Step step) {
    static Adapted of(memory from, memory.desc wanted) {
        if (from.get_desc().equals(wanted)) {
            return new Adapted(from, null);
        }
        memory to = OneDnn.allocate(wanted);
        return new Adapted(to, Step.reorder(from, to));
    }

    void run() {
        if (step != null) {
            step.run();
        }
    }
}
