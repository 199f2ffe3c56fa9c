package io.github.agefold.weights;

/** Numbers in IEEE 754 half precision; from Java 20 on, {@code Float} can do this itself. */
final class HalfPrecision {
    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float SUBNORMAL_STEP = 0x1p-24f;
    private static final float OVERFLOW = 65520;

    private HalfPrecision() {}

    static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= OVERFLOW) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(magnitude / SUBNORMAL_STEP));
        }
        // to the nearest, ties to even; a carry runs over into the exponent, as it should
        int rounded = (bits & 0x7fffffff) + 0xfff + (bits >>> 13 & 1);
        return (short) (sign | ((rounded >>> 13) - ((127 - 15) << 10)));
    }

    static float toFloat(short half) {
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * SUBNORMAL_STEP;
                    case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Float.intBitsToFloat(((exponent + 127 - 15) << 23) | (fraction << 13));
                };
        return half < 0 ? -magnitude : magnitude;
    }
}
