package io.github.agefold.strip;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The glyph outlines of a bundled TrueType font, as shapes.
 *
 * <p>Java2D's own text needs fontconfig and at least one font of the system, and throws where a bare server has neither. Shapes need
 * nothing of the machine, and come out the same on each.
 */
final class OutlineFont {
    private static final String FOLDER = "/io/github/agefold/fonts/";

    /** For what explains. */
    static final OutlineFont REGULAR = read("Inter-Regular.ttf");
    /** For what names. */
    static final OutlineFont SEMI_BOLD = read("Inter-SemiBold.ttf");

    private final ByteBuffer data;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int widths;
    private final int characterMap;

    @SuppressWarnings("NullAway.Init") // asks for tables that it has read before
    private OutlineFont(byte[] file) {
        data = ByteBuffer.wrap(file);
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            tables.put(new String(file, entry, 4, StandardCharsets.US_ASCII), data.getInt(entry + 8));
        }
        unitsPerEm = unsigned(table("head") + 18);
        longOffsets = data.getShort(table("head") + 50) != 0;
        widths = unsigned(table("hhea") + 34);
        characterMap = findCharacterMap(table("cmap"));
    }

    /** Where a table begins. */
    private int table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private static OutlineFont read(String name) {
        try (InputStream in = OutlineFont.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("the font " + name + " is missing from the program");
            }
            return new OutlineFont(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a line is at a font size, both in pixels. */
    double width(String text, double size) {
        return text.chars().mapToDouble(c -> advance(glyph(c))).sum() * size / unitsPerEm;
    }

    /**
     * A line of text as a shape, starting at x = 0 with its baseline at y = 0.
     *
     * @param text characters that the font lacks become empty boxes
     * @param size of the font in pixels
     */
    Path2D line(String text, double size) {
        Path2D line = new Path2D.Double();
        double scale = size / unitsPerEm;
        double x = 0;
        for (int c : text.chars().toArray()) {
            int glyph = glyph(c);
            line.append(new AffineTransform(scale, 0, 0, -scale, x, 0).createTransformedShape(outline(glyph)), false);
            x += advance(glyph) * scale;
        }
        return line;
    }

    private int advance(int glyph) {
        return unsigned(table("hmtx") + 4 * Math.min(glyph, widths - 1));
    }

    /** The table of format 4: segments of the Basic Multilingual Plane. */
    private int findCharacterMap(int cmap) {
        int count = unsigned(cmap + 2);
        for (int i = 0; i < count; i++) {
            int table = cmap + data.getInt(cmap + 4 + 8 * i + 4);
            if (unsigned(table) == 4) {
                return table;
            }
        }
        throw new IllegalStateException("the font has no character map of format 4");
    }

    private int glyph(int character) {
        int doubled = unsigned(characterMap + 6);
        int ends = characterMap + 14;
        int starts = ends + doubled + 2;
        int deltas = starts + doubled;
        int offsets = deltas + doubled;
        for (int i = 0; i < doubled; i += 2) {
            if (character > unsigned(ends + i)) {
                continue;
            }
            int start = unsigned(starts + i);
            if (character < start) {
                return 0;
            }
            int offset = unsigned(offsets + i);
            int glyph = offset == 0 ? character : unsigned(offsets + i + offset + 2 * (character - start));
            return offset != 0 && glyph == 0 ? 0 : glyph + unsigned(deltas + i) & 0xFFFF;
        }
        return 0;
    }

    private Path2D outline(int glyph) {
        int loca = table("loca");
        int from = longOffsets ? data.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
        int to = longOffsets ? data.getInt(loca + 4 * glyph + 4) : 2 * unsigned(loca + 2 * glyph + 2);
        if (from == to) {
            return new Path2D.Double();
        }
        int start = table("glyf") + from;
        int contours = data.getShort(start);
        return contours >= 0 ? new GlyphOutline(data, start + 10, contours).path() : composite(start + 10);
    }

    /** A glyph made of others, each moved: an i is a stem and a dot. */
    private Path2D composite(int at) {
        Path2D path = new Path2D.Double();
        int flags;
        do {
            flags = unsigned(at);
            boolean words = (flags & 1) != 0;
            boolean scaled = (flags & (8 | 64 | 128)) != 0;
            if (scaled || (flags & 2) == 0) {
                throw new IllegalStateException("the font composes glyphs in a way that is not read");
            }
            int dx = words ? data.getShort(at + 4) : data.get(at + 4);
            int dy = words ? data.getShort(at + 6) : data.get(at + 5);
            path.append(
                    AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(outline(unsigned(at + 2))),
                    false);
            at += words ? 8 : 6;
        } while ((flags & 32) != 0);
        return path;
    }

    private int unsigned(int at) {
        return data.getShort(at) & 0xFFFF;
    }
}
