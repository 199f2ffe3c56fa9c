package io.github.agefold.camera;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_RGB2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_OPENCV_MJPEG;

import io.github.agefold.file.WholeFile;
import io.github.agefold.photo.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;

/** Writes a film: Motion JPEG in an AVI. The file is whole or not there: it is written beside its place and moved when finished. */
public final class ClipWriter implements AutoCloseable {
    /** OpenCV counts an AVI's bytes in 31 bits. */
    private static final long LARGEST = 2_000_000_000L;

    /** OpenCV says nothing when the disk is full. */
    private static final long LEAST_ROOM = 50_000_000;

    private static final int FRAMES_BETWEEN_CHECKS = 25;

    private final Path target;
    private final Path half;
    private final int width;
    private final int height;
    private final VideoWriter writer;
    private int frames;

    /**
     * @param file where to; its folder must exist
     * @param width of every frame, in pixels
     * @param height of every frame, in pixels
     * @param rate frames a second
     * @throws IOException if it can't be written; the message is one sentence for the user
     */
    public ClipWriter(Path file, int width, int height, double rate) throws IOException {
        target = file.toAbsolutePath();
        this.width = width;
        this.height = height;
        if (Files.isDirectory(target)) {
            throw new IOException(file + " is a folder. Name a file to write, such as clip.avi.");
        }
        if (!Files.isWritable(target.getParent())) {
            throw new IOException("Could not write " + file + ": its folder does not exist or may not be written to.");
        }
        half = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part.avi");
        int mjpg = VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G');
        try (Size size = new Size(width, height)) {
            writer = new VideoWriter(half.toString(), CAP_OPENCV_MJPEG, mjpg, rate, size, true);
        }
        if (!writer.isOpened()) {
            writer.close();
            throw new IOException("Could not write " + file + ". Choose another place.");
        }
    }

    /**
     * Adds a frame.
     *
     * @return whether there is room for more: an AVI ends at 2 GB
     * @throws IOException if the disk is full
     */
    public boolean write(Photo frame) throws IOException {
        if (frame.width() != width || frame.height() != height) {
            throw new IllegalArgumentException(
                    "the clip is " + width + "x" + height + ", the frame " + frame.width() + "x" + frame.height());
        }
        try (BytePointer pixels = new BytePointer(frame.rgb());
                Mat rgb = new Mat(height, width, CV_8UC3, pixels);
                Mat bgr = new Mat()) {
            cvtColor(rgb, bgr, COLOR_RGB2BGR);
            writer.write(bgr);
        }
        frames++;
        if (frames % FRAMES_BETWEEN_CHECKS != 0) {
            return true;
        }
        if (Files.getFileStore(half).getUsableSpace() < LEAST_ROOM) {
            throw new IOException(
                    "The disk is full: " + target.getFileName() + " was not written. Make room and try again.");
        }
        return Files.size(half) < LARGEST;
    }

    /** Puts the file in its place. */
    public void finish() throws IOException {
        writer.release();
        WholeFile.replace(target, half);
    }

    /** Leaves nothing behind of a clip that was not finished. */
    @Override
    public void close() throws IOException {
        writer.release();
        writer.close();
        Files.deleteIfExists(half);
    }
}
