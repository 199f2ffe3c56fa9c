package io.github.agefold.camera;

import static org.bytedeco.opencv.global.opencv_videoio.CAP_ANY;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_AVFOUNDATION;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_MSMF;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_BUFFERSIZE;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FOURCC;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FPS;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_V4L2;

import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;

/**
 * A camera of this computer, asked for 640x480 at 30 frames a second.
 *
 * @param index OpenCV's number of it, from 0
 */
record DeviceCamera(int index, String name) implements FrameSource {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int RATE = 30;

    /** Some cameras need a moment, and fail to give frames until then. */
    private static final long PATIENCE_NS = 2_000_000_000L;

    private static final int PAUSE_AFTER_FAILURE_MS = 33;

    @Override
    public boolean isDevice() {
        return true;
    }

    @Override
    public Frames open() throws IOException {
        OperatingSystem system = OperatingSystem.current();
        Path node = Path.of("/dev/video" + index);
        if (system == OperatingSystem.LINUX && !Files.exists(node)) {
            throw new CameraException(name + " is not there. Plug a camera in, then try again.");
        }
        if (system == OperatingSystem.LINUX && !(Files.isReadable(node) && Files.isWritable(node))) {
            throw new CameraException("You may not use " + name + " (" + node
                    + "). Have your user added to the group “video”, log in anew, then try again.");
        }
        VideoCapture capture = new VideoCapture();
        if (!capture.open(index, backend(system))) {
            capture.close();
            throw new CameraException(name + " could not be opened. " + whatToDo(system));
        }
        // packed frames: raw ones of many cameras don't fit through USB at this rate
        capture.set(CAP_PROP_FOURCC, VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G'));
        capture.set(CAP_PROP_FRAME_WIDTH, WIDTH);
        capture.set(CAP_PROP_FRAME_HEIGHT, HEIGHT);
        capture.set(CAP_PROP_FPS, RATE);
        // the newest frame rather than the oldest that waits
        capture.set(CAP_PROP_BUFFERSIZE, 1);
        return new Opened(new OpenCvFrames(name, capture), name);
    }

    private static int backend(OperatingSystem system) {
        return switch (system) {
            case LINUX -> CAP_V4L2;
            case MACOS -> CAP_AVFOUNDATION;
            case WINDOWS -> CAP_MSMF;
            case OTHER -> CAP_ANY;
        };
    }

    private static String whatToDo(OperatingSystem system) {
        return switch (system) {
            case LINUX, OTHER -> "Close other programs that may be using it, then try again.";
            case MACOS ->
                "If the system asks for the camera, allow it (or in System Settings, Privacy & Security); close other programs that may be using it, then try again.";
            case WINDOWS ->
                "Close other programs that may be using it, allow apps the camera in Settings, Privacy, then try again.";
        };
    }

    private record Opened(OpenCvFrames frames, String name) implements Frames {
        @Override
        public Photo next() throws IOException {
            long begin = System.nanoTime();
            do {
                Photo frame = frames.read();
                if (frame != null) {
                    return frame;
                }
                pause();
            } while (System.nanoTime() - begin < PATIENCE_NS);
            throw new CameraException(
                    name + " gives no more pictures. Look whether it is still plugged in, then try again.");
        }

        private static void pause() {
            try {
                Thread.sleep(PAUSE_AFTER_FAILURE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
