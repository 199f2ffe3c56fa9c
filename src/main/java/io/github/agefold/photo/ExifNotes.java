package io.github.agefold.photo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** Where in a picture file the EXIF notes are. */
final class ExifNotes {
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START_OF_SCAN = 0xffda;
    private static final int APP_1 = 0xffe1;

    private ExifNotes() {}

    /** Where their TIFF begins, or -1 if there is none. */
    static long find(ImageInputStream file, FileKind kind) throws IOException {
        try {
            return switch (kind) {
                case JPEG -> inJpeg(file);
                case PNG -> inPng(file);
                case WEBP -> afterName(file, WebpFrame.find(file, "EXIF"));
                case TIFF -> 0;
                default -> -1;
            };
        } catch (EOFException e) {
            return -1;
        }
    }

    private static long inJpeg(ImageInputStream file) throws IOException {
        file.setByteOrder(ByteOrder.BIG_ENDIAN);
        for (long place = 2; ; ) {
            file.seek(place);
            int marker = file.readUnsignedShort();
            if (marker < 0xff00 || marker == START_OF_SCAN) {
                return -1;
            }
            if (marker == 0xffff) {
                // a byte that fills
                place++;
                continue;
            }
            int length = file.readUnsignedShort();
            long exif = marker == APP_1 && length > NAME.length ? afterName(file, place + 4) : -1;
            if (exif > place + 4) {
                return exif;
            }
            place += 2 + length;
        }
    }

    private static long inPng(ImageInputStream file) throws IOException {
        for (long place = 8; ; ) {
            PngChunk chunk = PngChunk.read(file, place);
            if (chunk.type().equals("eXIf")) {
                return place + 8;
            }
            place += chunk.length() + 12;
        }
    }

    /** Behind the name that JPEG's notes always and WebP's sometimes begin with, if it is there. */
    private static long afterName(ImageInputStream file, long place) throws IOException {
        if (place < 0) {
            return -1;
        }
        file.seek(place);
        for (byte letter : NAME) {
            if (file.readByte() != letter) {
                return place;
            }
        }
        return place + NAME.length;
    }
}
