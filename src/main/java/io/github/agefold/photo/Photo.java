package io.github.agefold.photo;

/**
 * An upright picture in memory.
 *
 * @param name what a message calls it: a file name, "the clipboard", "camera 0"
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb row by row, three bytes a pixel, opaque; not copied, so the maker lets go of it
 */
public record Photo(String name, int width, int height, byte[] rgb) {
    public Photo {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a photo has at least one pixel, " + name + " is " + width + "x" + height);
        }
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    name + " is " + width + "x" + height + " but has " + rgb.length + " bytes of RGB");
        }
    }
}
