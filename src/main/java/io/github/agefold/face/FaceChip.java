package io.github.agefold.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.github.agefold.photo.Photo;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A square picture of an aligned face, such as UTKFace's of 200x200, as the networks' 64x64 face. */
public final class FaceChip {
    /** Width and height of UTKFace's chips, in pixels. */
    public static final int SIDE = 200;

    private FaceChip() {}

    /**
     * Shrinks a chip by averaging areas.
     *
     * @throws IllegalArgumentException if it is not square
     */
    public static Face toFace(Photo chip) {
        if (chip.width() != chip.height()) {
            throw new IllegalArgumentException(
                    "a chip is square, " + chip.name() + " is " + chip.width() + "x" + chip.height());
        }
        return new Face(planes(shrink(chip.rgb(), chip.width(), Face.SIDE)));
    }

    private static byte[] shrink(byte[] rgb, int from, int to) {
        if (from == to) {
            return rgb;
        }
        // closed at once: there are twenty thousand chips
        try (BytePointer pixels = new BytePointer(rgb);
                Mat large = new Mat(from, from, CV_8UC3, pixels);
                Mat small = new Mat();
                Size size = new Size(to, to)) {
            resize(large, small, size, 0, 0, INTER_AREA);
            byte[] shrunk = new byte[3 * to * to];
            try (BytePointer data = small.data()) {
                data.get(shrunk);
            }
            return shrunk;
        }
    }

    /** Bytes of RGB, pixel by pixel, as three planes in [-1, 1]. */
    static float[] planes(byte[] rgb) {
        int plane = rgb.length / 3;
        float[] planes = new float[rgb.length];
        for (int i = 0; i < plane; i++) {
            for (int channel = 0; channel < 3; channel++) {
                planes[channel * plane + i] = (rgb[3 * i + channel] & 0xff) / 127.5f - 1;
            }
        }
        return planes;
    }
}
