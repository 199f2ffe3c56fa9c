package io.github.agefold.camera;

import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Films for tests, made from the sample photo: it moves, grows and turns, as a person before a camera does. */
public final class Films {
    /** Size of a frame, in pixels. */
    public static final int WIDTH = 640;

    public static final int HEIGHT = 480;

    /** Where the sample's face is, in its pixels. */
    private static final double FACE_X = 226;

    private static final double FACE_Y = 130;

    private Films() {}

    /**
     * Where the sample's face stands in a frame.
     *
     * @param x of the face's middle, in the frame's pixels
     * @param y of the face's middle, in the frame's pixels
     * @param scale 1 for a face of about 100 pixels
     * @param roll clockwise, in radians
     */
    public record Pose(double x, double y, double scale, double roll) {
        /** In the middle, about 190 pixels wide. */
        public static final Pose MIDDLE = new Pose(320, 230, 1.9, 0);

        AffineTransform fromSample() {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(roll);
            place.scale(scale, scale);
            place.translate(-FACE_X, -FACE_Y);
            return place;
        }
    }

    /** A pose of a face that sways: across 80 pixels, nearer and farther by a tenth, leaning by a tenth of a radian. */
    public static Pose swaying(double seconds) {
        return new Pose(
                320 + 80 * Math.sin(1.3 * seconds),
                230 + 20 * Math.sin(2.1 * seconds),
                1.9 + 0.19 * Math.sin(0.9 * seconds),
                0.1 * Math.sin(1.7 * seconds));
    }

    /** The sample photo once for each pose, on grey. */
    public static Photo frame(Pose... poses) {
        try {
            BufferedImage sample =
                    ImageIO.read(Path.of("assets/samples/astronaut.png").toFile());
            BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = frame.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.GRAY);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            for (int i = 0; i < poses.length; i++) {
                // each has a share of the frame's width
                graphics.setClip(i * WIDTH / poses.length, 0, WIDTH / poses.length, HEIGHT);
                graphics.drawImage(sample, poses[i].fromSample(), null);
            }
            graphics.dispose();
            return new PhotoReader().of(frame, "frame");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with a sensor's noise: in each value by chance, with this standard deviation of 255. */
    public static Photo noisy(Photo frame, double deviation, Random random) {
        byte[] rgb = frame.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            long value = Math.round((rgb[i] & 0xff) + deviation * random.nextGaussian());
            rgb[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return new Photo(frame.name(), frame.width(), frame.height(), rgb);
    }

    /** Frames of a face that sways, 30 a second. */
    public static List<Photo> swaying(int frames) {
        List<Photo> film = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            film.add(frame(swaying(i / 30.0)));
        }
        return film;
    }

    /** Writes frames as f000.jpg and so on. */
    public static Path sequence(Path folder, List<Photo> frames) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < frames.size(); i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "f%03d.jpg", i));
            ImageIO.write(image(frames.get(i)), "jpg", file.toFile());
        }
        return folder;
    }

    /** Writes frames as an AVI with Motion JPEG, 30 a second. */
    public static Path avi(Path file, List<Photo> frames) throws IOException {
        Photo first = frames.get(0);
        try (ClipWriter clip = new ClipWriter(file, first.width(), first.height(), 30)) {
            for (Photo frame : frames) {
                clip.write(frame);
            }
            clip.finish();
        }
        return file;
    }

    /** A photo as Java's picture. */
    public static BufferedImage image(Photo photo) {
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++) {
                int at = 3 * (y * photo.width() + x);
                image.setRGB(
                        x,
                        y,
                        ((photo.rgb()[at] & 0xff) << 16)
                                | ((photo.rgb()[at + 1] & 0xff) << 8)
                                | (photo.rgb()[at + 2] & 0xff));
            }
        }
        return image;
    }
}
