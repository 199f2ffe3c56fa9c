package io.github.agefold.dataset;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;

/**
 * A face and how old it is.
 *
 * @param name of its file
 * @param age in years
 * @param pixels three planes of 64 x 64, a byte (0 to 255) a value: a quarter of what a {@link Face} takes; not copied
 */
public record LabelledFace(String name, int age, byte[] pixels) {
    public LabelledFace {
        if (pixels.length != Face.LENGTH) {
            throw new IllegalArgumentException(name + " has " + pixels.length + " values, a face has " + Face.LENGTH);
        }
    }

    /** A face in bytes: what a picture's own bytes lose nothing by. */
    static LabelledFace of(String name, int age, Face face) {
        byte[] pixels = new byte[Face.LENGTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round((face.pixels()[i] + 1) * 127.5f);
        }
        return new LabelledFace(name, age, pixels);
    }

    public AgeGroup group() {
        return AgeGroup.of(age);
    }

    public Face face() {
        float[] values = new float[Face.LENGTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = toFloat(pixels[i]);
        }
        return new Face(values);
    }

    /** 0..255 to [-1, 1]. */
    static float toFloat(byte value) {
        return (value & 0xff) / 127.5f - 1;
    }
}
