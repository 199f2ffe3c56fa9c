package io.github.agefold.network.layer;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * The memory behind an array, for loops that ND4J has no single operation for, and for files. Copied through Java arrays a block at a time such
 * loops run at the speed of memory, where a chain of ND4J operations writes a temporary array for each.
 */
public final class FloatMemory {
    private final INDArray array;
    private final FloatPointer pointer;
    private final long length;

    /** @param array single precision, in C order without gaps */
    public FloatMemory(INDArray array) {
        if (array.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("single precision is wanted, got " + array.dataType());
        }
        this.array = array;
        pointer = new FloatPointer(array.data().addressPointer());
        length = array.length();
    }

    /** The array itself where it is in C order without gaps, otherwise a copy that is. */
    public static INDArray contiguous(INDArray array) {
        return isContiguous(array) ? array : array.dup('c');
    }

    private static boolean isContiguous(INDArray array) {
        return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
    }

    /** How many numbers there are. */
    public long length() {
        return length;
    }

    /** Copies {@code count} numbers from {@code offset} on to the front of {@code to}. */
    public void read(long offset, float[] to, int count) {
        at(offset, count).get(to, 0, count);
        // ND4J frees an array as soon as nobody refers to it, whatever happens at its address
        Reference.reachabilityFence(array);
    }

    /** Copies the front of {@code from} to {@code offset} and what follows. */
    public void write(long offset, float[] from, int count) {
        at(offset, count).put(from, 0, count);
        Reference.reachabilityFence(array);
    }

    /**
     * All of it as bytes, at most 2 GB, to be written and read without a copy: training's state is a gigabyte. They are freed with the array,
     * whatever becomes of the buffer, so somebody has to hold on to the array.
     *
     * @return in the machine's byte order, which is little-endian wherever ND4J runs
     */
    public ByteBuffer bytes() {
        if (!isContiguous(array)) {
            throw new IllegalArgumentException("an array in C order without gaps is wanted");
        }
        BytePointer memory = new BytePointer(pointer);
        return memory.capacity(length * Float.BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private FloatPointer at(long offset, int count) {
        if (offset < 0 || count < 0 || offset + count > length) {
            throw new IndexOutOfBoundsException(offset + " + " + count + " of " + length);
        }
        return pointer.getPointer(offset);
    }
}
