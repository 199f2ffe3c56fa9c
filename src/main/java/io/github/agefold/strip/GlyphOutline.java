package io.github.agefold.strip;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/** One simple glyph of a TrueType font: contours of lines and quadratic curves, in font units with y upwards. */
final class GlyphOutline {
    private static final int ON_CURVE = 1;
    private static final int REPEAT = 8;

    private final int[] ends;
    private final byte[] flags;
    private final int[] x;
    private final int[] y;

    /**
     * @param data the font
     * @param at where the glyph's contour ends begin
     * @param contours how many there are
     */
    GlyphOutline(ByteBuffer data, int at, int contours) {
        ByteBuffer in = data.duplicate().position(at);
        ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = in.getShort() & 0xFFFF;
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        int instructions = in.getShort() & 0xFFFF;
        in.position(in.position() + instructions);
        flags = readFlags(in, points);
        x = readCoordinates(in, 2, 16);
        y = readCoordinates(in, 4, 32);
    }

    private static byte[] readFlags(ByteBuffer in, int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; ) {
            byte flag = in.get();
            int times = 1 + ((flag & REPEAT) != 0 ? in.get() & 0xFF : 0);
            for (int k = 0; k < times; k++) {
                flags[i++] = flag;
            }
        }
        return flags;
    }

    /** Each coordinate is a step from the one before: one byte and a sign, two bytes, or none. */
    private int[] readCoordinates(ByteBuffer in, int isByte, int sameOrPositive) {
        int[] values = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isByte) != 0) {
                int step = in.get() & 0xFF;
                value += same ? step : -step;
            } else if (!same) {
                value += in.getShort();
            }
            values[i] = value;
        }
        return values;
    }

    Path2D path() {
        Path2D path = new Path2D.Double();
        int first = 0;
        for (int end : ends) {
            addContour(path, first, end);
            first = end + 1;
        }
        return path;
    }

    /** Between two control points in a row lies an unwritten point on the curve, half way. */
    private void addContour(Path2D path, int first, int last) {
        int count = last - first + 1;
        int start = first;
        while (start <= last && !onCurve(start)) {
            start++;
        }
        if (start > last) {
            throw new IllegalStateException("a contour without a point on the curve is not read");
        }
        path.moveTo(x[start], y[start]);
        for (int i = 1; i <= count; i++) {
            int point = first + (start - first + i) % count;
            if (onCurve(point)) {
                path.lineTo(x[point], y[point]);
                continue;
            }
            int next = first + (point - first + 1) % count;
            if (onCurve(next)) {
                path.quadTo(x[point], y[point], x[next], y[next]);
                i++;
            } else {
                path.quadTo(x[point], y[point], (x[point] + x[next]) / 2.0, (y[point] + y[next]) / 2.0);
            }
        }
        path.closePath();
    }

    private boolean onCurve(int point) {
        return (flags[point] & ON_CURVE) != 0;
    }
}
