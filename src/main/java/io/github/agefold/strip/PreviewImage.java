package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceBox;
import io.github.agefold.live.LiveFrame;
import io.github.agefold.live.LiveStrip;
import io.github.agefold.live.TrackedFace;
import io.github.agefold.photo.Photo;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws frames of the preview, all to one size: the picture, under it a row of six ages for each face, under these the age groups.
 * Needs no screen and no font of the system.
 */
public final class PreviewImage {
    private static final int NARROWEST = AgeGroup.COUNT * Face.SIDE;
    private static final int WIDEST = 1280;
    private static final Color PAPER = new Color(0x1F2328);
    private static final Color INK = new Color(0xF0F3F6);
    private static final Color FOLLOWED = new Color(0x4493F8);
    private static final Color OTHER = new Color(0xFFFFFF);

    private final int width;
    private final int pictureHeight;
    private final int cell;
    private final int captionHeight;
    private final Options options;

    /**
     * What is drawn.
     *
     * @param rows for how many faces there is room, 1 to 4
     * @param mirrored as in a mirror
     * @param landmarks whether boxes and landmarks are drawn over the picture
     */
    public record Options(int rows, boolean mirrored, boolean landmarks) {
        public Options {
            if (rows < 1 || rows > 4) {
                throw new IllegalArgumentException("1 to 4 faces have room, got " + rows);
            }
        }
    }

    /** @param first the frame whose size decides; later ones of another size are fitted in */
    public PreviewImage(Photo first, Options options) {
        this.options = options;
        width = Math.max(NARROWEST, Math.min(WIDEST, first.width())) / AgeGroup.COUNT * AgeGroup.COUNT / 2 * 2;
        pictureHeight = Math.max(2, (int) Math.round((double) width * first.height() / first.width()) / 2 * 2);
        cell = width / AgeGroup.COUNT;
        captionHeight = cell / 4 / 2 * 2;
    }

    public int width() {
        return width;
    }

    public int height() {
        return pictureHeight + options.rows() * cell / 2 * 2 + captionHeight;
    }

    /** One frame as opaque RGB. */
    public Photo of(LiveFrame frame) {
        BufferedImage image = new BufferedImage(width, height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, width, height());
            drawPicture(graphics, frame);
            int row = 0;
            for (LiveStrip strip : frame.strips()) {
                if (row < options.rows()) {
                    drawStrip(graphics, strip, pictureHeight + row++ * cell);
                }
            }
            drawCaptions(graphics);
        } finally {
            graphics.dispose();
        }
        return toPhoto(frame.photo().name(), image);
    }

    private void drawPicture(Graphics2D graphics, LiveFrame frame) {
        Photo photo = frame.photo();
        double scale = Math.min((double) width / photo.width(), (double) pictureHeight / photo.height());
        AffineTransform place = new AffineTransform();
        place.translate((width - scale * photo.width()) / 2, (pictureHeight - scale * photo.height()) / 2);
        place.scale(scale, scale);
        if (options.mirrored()) {
            place.translate(photo.width(), 0);
            place.scale(-1, 1);
        }
        AffineTransform usual = graphics.getTransform();
        graphics.clipRect(0, 0, width, pictureHeight);
        graphics.transform(place);
        graphics.drawImage(picture(photo), 0, 0, null);
        if (options.landmarks()) {
            for (TrackedFace face : frame.faces()) {
                boolean followed = face.id() == frame.followed().orElse(0);
                drawFace(graphics, face, followed ? FOLLOWED : OTHER, 2 / scale);
            }
        }
        graphics.setTransform(usual);
        graphics.setClip(null);
    }

    private static void drawFace(Graphics2D graphics, TrackedFace face, Color color, double line) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) line));
        FaceBox box = face.box();
        graphics.draw(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 4 * line, 4 * line));
        if (face.location() != null) {
            double dot = 1.5 * line;
            double[] points = face.location().landmarks();
            for (int i = 0; i < points.length; i += 2) {
                graphics.fill(new Ellipse2D.Double(points[i] - dot / 2, points[i + 1] - dot / 2, dot, dot));
            }
        }
    }

    private void drawStrip(Graphics2D graphics, LiveStrip strip, int y) {
        for (int i = 0; i < AgeGroup.COUNT; i++) {
            BufferedImage face = FaceImage.of(strip.columns().get(i), cell);
            if (options.mirrored()) {
                graphics.drawImage(face, (i + 1) * cell, y, -cell, cell, null);
            } else {
                graphics.drawImage(face, i * cell, y, null);
            }
        }
    }

    private void drawCaptions(Graphics2D graphics) {
        double size = captionHeight * 0.6;
        graphics.setColor(INK);
        for (AgeGroup group : AgeGroup.ALL) {
            double left = (group.ordinal() + 0.5) * cell - OutlineFont.SEMI_BOLD.width(group.label(), size) / 2;
            graphics.fill(AffineTransform.getTranslateInstance(left, height() - 0.3 * captionHeight)
                    .createTransformedShape(OutlineFont.SEMI_BOLD.line(group.label(), size)));
        }
    }

    /** A photo as Java's picture. */
    public static BufferedImage picture(Photo photo) {
        byte[] rgb = photo.rgb();
        int[] packed = new int[photo.width() * photo.height()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = ((rgb[3 * i] & 0xff) << 16) | ((rgb[3 * i + 1] & 0xff) << 8) | (rgb[3 * i + 2] & 0xff);
        }
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, photo.width(), photo.height(), packed);
        return image;
    }

    private static Photo toPhoto(String name, BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] packed = (int[]) image.getRaster().getDataElements(0, 0, width, height, null);
        byte[] rgb = new byte[3 * packed.length];
        for (int i = 0; i < packed.length; i++) {
            rgb[3 * i] = (byte) (packed[i] >> 16);
            rgb[3 * i + 1] = (byte) (packed[i] >> 8);
            rgb[3 * i + 2] = (byte) packed[i];
        }
        return new Photo(name, width, height, rgb);
    }
}
