package io.github.agefold.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** An array's numbers as the bytes that they are in memory, to be written and read without a copy: training's state is a gigabyte. */
public final class ArrayMemory {
    private ArrayMemory() {}

    /**
     * The array's own memory: it is freed with the array, whatever becomes of the buffer, so somebody has to hold on to the array.
     *
     * @param array single precision, in C order without gaps, at most 2 GB
     * @return in the machine's byte order, which is little-endian wherever ND4J runs
     */
    public static ByteBuffer of(INDArray array) {
        if (array.dataType() != DataType.FLOAT || array.ordering() != 'c' || !Shape.hasDefaultStridesForShape(array)) {
            throw new IllegalArgumentException("wanted is single precision in C order without gaps");
        }
        BytePointer memory = new BytePointer(array.data().addressPointer());
        return memory.capacity(array.length() * Float.BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
    }
}
