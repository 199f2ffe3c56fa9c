package io.github.agefold.photo;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * How a camera was held, as EXIF numbers it: 1 upright, 3 upside down, 6 and 8 a quarter turn, the other four mirrored.
 *
 * @param exif 1 to 8
 */
record Orientation(int exif) {
    static final Orientation UPRIGHT = new Orientation(1);

    Orientation {
        if (exif < 1 || exif > 8) {
            throw new IllegalArgumentException("EXIF knows orientations 1 to 8, not " + exif);
        }
    }

    /** The orientation that a file notes, or upright: a picture is not refused for a defect in its notes. */
    static Orientation read(ImageInputStream file, FileKind kind) {
        try {
            long notes = ExifNotes.find(file, kind);
            long exif = notes < 0 ? 1 : new TiffDirectory(file, notes).number(TiffDirectory.ORIENTATION, 0);
            return exif >= 1 && exif <= 8 ? new Orientation((int) exif) : UPRIGHT;
        } catch (IOException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** The picture as it was seen. */
    Photo apply(Photo stored) {
        if (exif == 1) {
            return stored;
        }
        int width = isSideways() ? stored.height() : stored.width();
        int height = isSideways() ? stored.width() : stored.height();
        byte[] from = stored.rgb();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = isSideways() ? y : x;
                int row = isSideways() ? x : y;
                int sourceX = columnsRunBack() ? stored.width() - 1 - column : column;
                int sourceY = rowsRunBack() ? stored.height() - 1 - row : row;
                int source = (sourceY * stored.width() + sourceX) * 3;
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return new Photo(stored.name(), width, height, to);
    }

    /** Whether the stored rows were columns. */
    private boolean isSideways() {
        return exif >= 5;
    }

    /** Whether the first stored column was at the right (of an upright picture) or at the bottom (of a sideways one). */
    private boolean columnsRunBack() {
        return exif == 2 || exif == 3 || exif == 7 || exif == 8;
    }

    /** Whether the first stored row was at the bottom (of an upright picture) or at the right (of a sideways one). */
    private boolean rowsRunBack() {
        return exif == 3 || exif == 4 || exif == 6 || exif == 7;
    }
}
