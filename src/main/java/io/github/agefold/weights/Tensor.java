package io.github.agefold.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array in a safetensors file.
 *
 * @param type of the numbers
 * @param shape last axis fastest; empty for a single number
 * @param data the numbers, little-endian
 */
public record Tensor(Type type, List<Long> shape, ByteBuffer data) {

    /** The number formats that Agefold writes and reads. */
    public enum Type {
        /** IEEE 754 half precision. */
        F16(2),
        /** IEEE 754 single precision. */
        F32(4),
        /** Unsigned bytes. */
        U8(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes to a number. */
        public int bytes() {
            return bytes;
        }
    }

    public Tensor {
        shape = List.copyOf(shape);
        data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (data.remaining() != length(shape) * type.bytes()) {
            throw new IllegalArgumentException(
                    "a " + type + " tensor of " + shape + " does not take " + data.remaining() + " bytes");
        }
    }

    /** A tensor in single precision. */
    public static Tensor single(float[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return new Tensor(Type.F32, boxed(shape), data);
    }

    /** A tensor in half precision: each value rounded to the nearest. */
    public static Tensor half(float[] values, long... shape) {
        return half(FloatBuffer.wrap(values), shape);
    }

    /** A tensor in half precision, of a whole buffer: each value rounded to the nearest. */
    static Tensor half(FloatBuffer values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.limit() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.limit(); i++) {
            data.putShort(HalfPrecision.fromFloat(values.get(i)));
        }
        return new Tensor(Type.F16, boxed(shape), data.flip());
    }

    /** A tensor of bytes. */
    public static Tensor bytes(byte[] values, long... shape) {
        return new Tensor(Type.U8, boxed(shape), ByteBuffer.wrap(values));
    }

    /** The numbers as floats, in order. */
    public float[] toFloats() {
        float[] values = new float[Math.toIntExact(length(shape))];
        ByteBuffer from = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case F32 -> from.asFloatBuffer().get(values);
            case F16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = HalfPrecision.toFloat(from.getShort());
                }
            }
            case U8 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = from.get() & 0xff;
                }
            }
        }
        return values;
    }

    private static List<Long> boxed(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    private static long length(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** The first of a buffer's numbers that is infinite or none at all; null if all are finite. */
    public static @Nullable Float firstNotFinite(FloatBuffer values) {
        for (int i = 0; i < values.limit(); i++) {
            float value = values.get(i);
            if (!Float.isFinite(value)) {
                return value;
            }
        }
        return null;
    }
}
