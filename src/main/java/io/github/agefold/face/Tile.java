package io.github.agefold.face;

import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.List;

/** A square of a photo that the detector looks at; it may reach over the edges. */
record Tile(double x, double y, double side) {

    /** The photo as a whole in the middle of a square, whose side is {@code room} times the photo's longer one. */
    static Tile around(Photo photo, double room) {
        double side = room * Math.max(photo.width(), photo.height());
        return new Tile((photo.width() - side) / 2, (photo.height() - side) / 2, side);
    }

    /** Tiles that cover a photo and overlap by a third, so that a face at the edge of one is whole in the next. */
    static List<Tile> covering(Photo photo, double side) {
        int columns = count(photo.width(), side);
        int rows = count(photo.height(), side);
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                tiles.add(new Tile(
                        start(column, columns, photo.width(), side), start(row, rows, photo.height(), side), side));
            }
        }
        return tiles;
    }

    private static int count(double length, double side) {
        return length <= side ? 1 : (int) Math.ceil((length - side) / (side * 2 / 3)) + 1;
    }

    private static double start(int index, int count, double length, double side) {
        return count == 1 ? (length - side) / 2 : index * (length - side) / (count - 1);
    }

    /** From the points of a picture of this tile to the photo's. */
    Similarity toPhoto(int pictureSide) {
        return new Similarity(side / pictureSide, 0, x, y);
    }
}
