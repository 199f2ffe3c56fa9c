package io.github.agefold.camera;

import static org.bytedeco.opencv.global.opencv_videoio.CAP_AVFOUNDATION;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_MSMF;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_OPENCV_MJPEG;

import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.jspecify.annotations.Nullable;

/** A film: MJPG in an AVI everywhere, and what else the system's own decoders know (macOS, Windows). */
record VideoFile(Path file) implements FrameSource {
    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public boolean isDevice() {
        return false;
    }

    @Override
    public Frames open() throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // opening a pipe would wait for its writer
            throw new CameraException(file + " is a pipe or a device. Choose a film.");
        }
        if (!Files.isReadable(file)) {
            throw new CameraException(file + " is not there or may not be read. Choose another file.");
        }
        for (int reader : readers(OperatingSystem.current())) {
            VideoCapture capture = new VideoCapture();
            if (capture.open(file.toString(), reader)) {
                return new Opened(new OpenCvFrames(name(), capture));
            }
            capture.close();
        }
        throw new CameraException(
                name()
                        + " cannot be played: its format is not known here. Convert it to an AVI with Motion JPEG (MJPG) and try again.");
    }

    /** Named, since OpenCV would try all that it has, its readers of pictures among them. */
    private static int[] readers(OperatingSystem system) {
        return switch (system) {
            case LINUX, OTHER -> new int[] {CAP_OPENCV_MJPEG};
            case MACOS -> new int[] {CAP_OPENCV_MJPEG, CAP_AVFOUNDATION};
            case WINDOWS -> new int[] {CAP_OPENCV_MJPEG, CAP_MSMF};
        };
    }

    private record Opened(OpenCvFrames frames) implements Frames {
        @Override
        public @Nullable Photo next() {
            return frames.read();
        }

        @Override
        public double rate() {
            return frames.rate();
        }

        @Override
        public void close() {
            frames.close();
        }
    }
}
