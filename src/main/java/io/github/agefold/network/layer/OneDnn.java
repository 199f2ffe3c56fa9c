package io.github.agefold.network.layer;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * oneDNN, called directly. libnd4j's convolutions run on it too, but each call makes its primitive, reorders its input and its weights
 * and forgets them; here what a layer needs is made once for a shape, and what the forward pass has laid out serves the backward pass.
 */
final class OneDnn {
    private static final engine ENGINE = new engine(engine.kind.cpu, 0);
    private static final stream STREAM = new stream(ENGINE);

    /** Where borrowed memory points before it is told where. */
    private static final FloatPointer NOWHERE = new FloatPointer(1);

    private OneDnn() {}

    static engine engine() {
        return ENGINE;
    }

    /** An array in C order. */
    static memory.desc plain(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strided(shape, strides);
    }

    /** An array whose axes lie as told. */
    static memory.desc strided(long[] shape, long[] strides) {
        return new memory.desc(shape, memory.data_type.f32, strides);
    }

    /** An array in the order that the primitive likes best. */
    static memory.desc free(long... shape) {
        return new memory.desc(shape, memory.data_type.f32, memory.format_tag.any);
    }

    /** Memory of oneDNN's own. */
    static memory allocate(memory.desc desc) {
        return new memory(desc, ENGINE);
    }

    /** Memory that stands for an array of ND4J's, once {@link #point} has told which. */
    static memory borrow(memory.desc desc) {
        return new memory(desc, ENGINE, NOWHERE);
    }

    /**
     * Only the address is kept, and ND4J frees an array as soon as nobody refers to it: a
     * {@link java.lang.ref.Reference#reachabilityFence} must follow the steps that are run on it.
     *
     * @param array single precision, in C order without gaps
     */
    static void point(memory memory, INDArray array) {
        if (array.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("single precision is wanted, got " + array.dataType());
        }
        memory.set_data_handle(array.data().addressPointer());
    }

    /** A primitive with its arguments. */
    static final class Step {
        private final primitive primitive;
        private final IntMemoryMap arguments = new IntMemoryMap();

        Step(primitive primitive) {
            this.primitive = primitive;
        }

        /** Copies from one order to another. */
        static Step reorder(memory from, memory to) {
            return new Step(new reorder(from, to))
                    .with(dnnl.DNNL_ARG_FROM, from)
                    .with(dnnl.DNNL_ARG_TO, to);
        }

        Step with(int argument, memory memory) {
            arguments.put(argument, memory);
            return this;
        }

        void run() {
            primitive.execute(STREAM, arguments);
        }
    }
}
