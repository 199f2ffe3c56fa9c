package io.github.agefold.strip;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a strip: the original, a gap, then six ages; the person's own age group is framed. Needs no screen and no font of the system.
 */
public final class StripImage {
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x1F2328);
    private static final Color QUIET_INK = new Color(0x59636E);
    private static final Color ACCENT = new Color(0x0969DA);

    /** What people read; what programs read is in the file ({@link SyntheticPng}). */
    private static final String MARK = "Synthetic: aged by a neural network, not photographed";

    private StripImage() {}

    /**
     * How a strip is drawn.
     *
     * @param cell width and height of one face in pixels, 64 to 512
     * @param captions whether age group, estimated age and identity distance stand under the faces
     * @param marked whether a small line at the foot tells people that a network made the faces
     */
    public record Options(int cell, boolean captions, boolean marked) {
        public Options {
            if (cell < Face.SIDE || cell > 512) {
                throw new IllegalArgumentException("a face in a strip is 64 to 512 pixels wide, got " + cell);
            }
        }

        /** Faces of 256 pixels, with captions and mark. */
        public static Options defaults() {
            return new Options(256, true, true);
        }
    }

    /** The strip on white paper, opaque. */
    public static BufferedImage of(AgeStrip strip, Options options) {
        Layout layout = new Layout(options);
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            draw(graphics, layout, layout.original(), strip.original().face());
            if (options.captions()) {
                caption(
                        graphics,
                        layout,
                        layout.original(),
                        List.of("Original", Captions.looks(strip.estimatedAge())),
                        INK);
            }
            for (AgedFace column : strip.columns()) {
                drawColumn(graphics, layout, column, column.group() == strip.ownGroup());
            }
            if (options.marked()) {
                mark(graphics, layout);
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void drawColumn(Graphics2D graphics, Layout layout, AgedFace column, boolean own) {
        int x = layout.column(column.group().ordinal());
        if (own) {
            int reach = layout.frame();
            graphics.setColor(ACCENT);
            graphics.fillRect(x - reach, layout.top() - reach, layout.cell() + 2 * reach, layout.cell() + 2 * reach);
        }
        draw(graphics, layout, x, column.face());
        if (layout.captions()) {
            List<String> lines = new ArrayList<>(Captions.of(column));
            if (own) {
                lines.set(0, lines.get(0) + " · now");
            }
            caption(graphics, layout, x, lines, own ? ACCENT : INK);
        }
    }

    private static void draw(Graphics2D graphics, Layout layout, int x, Face face) {
        graphics.drawImage(FaceImage.of(face, layout.cell()), x, layout.top(), null);
    }

    /** Centred lines, the first one strong; a line that is too wide for its face is set smaller. */
    private static void caption(Graphics2D graphics, Layout layout, int x, List<String> lines, Color heading) {
        for (int i = 0; i < lines.size(); i++) {
            OutlineFont font = i == 0 ? OutlineFont.SEMI_BOLD : OutlineFont.REGULAR;
            double fits = layout.fontSize() * layout.cell() / font.width(lines.get(i), layout.fontSize());
            double size = Math.min(layout.fontSize(), fits);
            double left = x + (layout.cell() - font.width(lines.get(i), size)) / 2;
            graphics.setColor(i == 0 ? heading : QUIET_INK);
            graphics.fill(AffineTransform.getTranslateInstance(left, layout.baseline(i))
                    .createTransformedShape(font.line(lines.get(i), size)));
        }
    }

    /** The words at the foot, flush right with the last face. */
    private static void mark(Graphics2D graphics, Layout layout) {
        double size = layout.markSize();
        double left = layout.column(AgeGroup.COUNT - 1) + layout.cell() - OutlineFont.REGULAR.width(MARK, size);
        graphics.setColor(QUIET_INK);
        graphics.fill(AffineTransform.getTranslateInstance(left, layout.markBaseline())
                .createTransformedShape(OutlineFont.REGULAR.line(MARK, size)));
    }

    /** Where things stand, in pixels, all in proportion to the face. */
    private record Layout(int cell, boolean captions, boolean marked) {
        Layout(Options options) {
            this(options.cell(), options.captions(), options.marked());
        }

        int top() {
            return cell / 8;
        }

        int original() {
            return cell / 8;
        }

        int gap() {
            return cell / 12;
        }

        int frame() {
            return Math.max(2, cell / 40);
        }

        int column(int index) {
            return original() + cell + 3 * gap() + index * (cell + gap());
        }

        int width() {
            return column(AgeGroup.COUNT - 1) + cell + cell / 8;
        }

        double fontSize() {
            return Math.max(9, cell * 0.1);
        }

        double baseline(int line) {
            return top() + cell + frame() + fontSize() * (1.45 + 1.4 * line);
        }

        double markSize() {
            return Math.max(9, cell * 0.07);
        }

        double markBaseline() {
            return (captions ? baseline(2) + 0.4 * fontSize() : top() + cell + frame()) + 1.4 * markSize();
        }

        int height() {
            int margin = cell / 8;
            if (marked) {
                return (int) Math.ceil(markBaseline() + 0.6 * margin);
            }
            return captions ? (int) Math.ceil(baseline(2) + margin) : top() + cell + margin;
        }
    }
}
