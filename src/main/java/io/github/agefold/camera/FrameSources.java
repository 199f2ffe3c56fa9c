package io.github.agefold.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sources that there are. */
public final class FrameSources {
    private static final int MOST_DIGITS = 3;

    private FrameSources() {}

    /** A camera by OpenCV's number, which is 0 for the first. */
    public static FrameSource camera(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("cameras are counted from 0, got " + index);
        }
        return CameraList.system().stream()
                .filter(camera -> camera.index() == index)
                .findFirst()
                .orElse(new DeviceCamera(index, "Camera " + index));
    }

    /** A film, or a folder of pictures to be shown by name as one. */
    public static FrameSource film(Path path) {
        return Files.isDirectory(path) ? new ImageSequence(path) : new VideoFile(path);
    }

    /** What a user writes: a number is a camera, anything else a path. */
    public static FrameSource parse(String source) {
        return source.matches("\\d{1," + MOST_DIGITS + "}") ? camera(Integer.parseInt(source)) : film(Path.of(source));
    }

    /** The cameras that the system knows now, by name where it gives one. May take a second; opens none of them. */
    public static List<FrameSource> cameras() {
        return List.copyOf(CameraList.system());
    }
}
