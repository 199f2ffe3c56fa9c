package io.github.agefold.face;

import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The sample photo, and what tests make of it. */
final class Samples {
    private Samples() {}

    /** 512x512: Eileen Collins in 1999, looking into the camera. NASA, public domain. */
    static Photo astronaut() throws IOException {
        return new PhotoReader().read(Path.of("assets", "samples", "astronaut.png"));
    }

    static Photo plain(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 128);
        return new Photo("plain", width, height, rgb);
    }

    static Photo crop(Photo photo, int x, int y, int width, int height) {
        Photo cropped = plain(width, height);
        for (int row = 0; row < height; row++) {
            System.arraycopy(
                    photo.rgb(), ((y + row) * photo.width() + x) * 3, cropped.rgb(), row * width * 3, width * 3);
        }
        return cropped;
    }

    static void paste(Photo onto, Photo photo, int x, int y) {
        for (int row = 0; row < photo.height(); row++) {
            System.arraycopy(
                    photo.rgb(),
                    row * photo.width() * 3,
                    onto.rgb(),
                    ((y + row) * onto.width() + x) * 3,
                    photo.width() * 3);
        }
    }

    /** A square photo of which each point shows the point of another one that the transform takes it to. */
    static Photo warp(Photo photo, Similarity toPhoto, int side) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            return new Photo("warped", side, side, pyramid.cut(toPhoto, side, PhotoPyramid.Beyond.BLACK));
        }
    }
}
