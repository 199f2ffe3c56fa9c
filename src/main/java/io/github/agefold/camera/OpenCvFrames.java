package io.github.agefold.camera;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;

import io.github.agefold.photo.Photo;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.jspecify.annotations.Nullable;

/** Frames through OpenCV's {@code VideoCapture}. */
final class OpenCvFrames implements AutoCloseable {
    /** What is taken for the rate where a source tells none, or nonsense. */
    private static final double USUAL_RATE = 30;

    private static final double HIGHEST_RATE = 240;

    private final String name;
    private final VideoCapture capture;
    private final Mat bgr = new Mat();
    private final Mat rgb = new Mat();

    /** @param capture open; closed with this */
    OpenCvFrames(String name, VideoCapture capture) {
        this.name = name;
        this.capture = capture;
    }

    /** The next frame, or null if there was none: a film's end, or a device in trouble. */
    @Nullable
    Photo read() {
        if (!capture.read(bgr) || bgr.empty()) {
            return null;
        }
        cvtColor(bgr, rgb, COLOR_BGR2RGB);
        byte[] pixels = new byte[3 * rgb.cols() * rgb.rows()];
        try (BytePointer data = rgb.data()) {
            data.get(pixels);
        }
        return new Photo(name, rgb.cols(), rgb.rows(), pixels);
    }

    double rate() {
        double told = capture.get(CAP_PROP_FPS);
        return told >= 1 && told <= HIGHEST_RATE ? told : USUAL_RATE;
    }

    @Override
    public void close() {
        capture.release();
        capture.close();
        bgr.close();
        rgb.close();
    }
}
