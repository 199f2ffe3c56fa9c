package io.github.agefold.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file's first bytes say it is; its name may say anything. */
enum FileKind {
    JPEG("jpeg"),
    PNG("png"),
    GIF("gif"),
    BMP("bmp"),
    TIFF("tiff"),
    WEBP("webp"),
    HEIC("a HEIC image", "Save it as JPEG or PNG and try again."),
    AVIF("an AVIF image", "Save it as JPEG or PNG and try again."),
    JPEG_XL("a JPEG XL image", "Save it as JPEG or PNG and try again."),
    RAW("a camera's raw image", "Save it as JPEG or PNG and try again."),
    VIDEO("a video", "Save one of its frames as JPEG or PNG and try again."),
    PDF("a PDF document", "Save the picture in it as JPEG or PNG and try again."),
    UNKNOWN("not a picture", "Choose a JPEG, PNG, WebP, TIFF, GIF or BMP file.");

    /** How many first bytes {@link #of} looks at. */
    static final int HEADER = 64;

    private final String reader;
    private final String found;
    private final String remedy;

    FileKind(String reader) {
        this.reader = reader;
        this.found = "";
        this.remedy = "";
    }

    FileKind(String found, String remedy) {
        this.reader = "";
        this.found = found;
        this.remedy = remedy;
    }

    /** Whether there is a decoder. */
    boolean isReadable() {
        return !reader.isEmpty();
    }

    /** What ImageIO calls the decoder. */
    String reader() {
        return reader;
    }

    /** Why a file of this kind is not read. */
    UnreadablePhotoException refusal(String name) {
        String what = this == UNKNOWN ? found : found + ", which Agefold cannot read";
        return new UnreadablePhotoException(name + " is " + what + ". " + remedy);
    }

    /** @param header the first {@link #HEADER} bytes, or all if there are fewer */
    static FileKind of(byte[] header) {
        if (starts(header, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (starts(header, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (starts(header, 0, "GIF8")) {
            return GIF;
        }
        if (starts(header, 0, "BM")) {
            return BMP;
        }
        if (starts(header, 0, "RIFF") && starts(header, 8, "WEBP")) {
            return WEBP;
        }
        if (starts(header, 0, "II*\0") || starts(header, 0, "MM\0*")) {
            return starts(header, 8, "CR\2") ? RAW : TIFF;
        }
        if (starts(header, 0, "FUJIFILMCCD-RAW") || starts(header, 0, "IIRO") || starts(header, 0, "IIU\0")) {
            return RAW;
        }
        if (starts(header, 0, "\u00ff\n") || starts(header, 4, "JXL ")) {
            return JPEG_XL;
        }
        if (starts(header, 0, "%PDF")) {
            return PDF;
        }
        return starts(header, 4, "ftyp") ? ofBrands(header) : UNKNOWN;
    }

    /** Files in ISO's media format say what they are by brands: a main one, and from byte 16 on others. */
    private static FileKind ofBrands(byte[] header) {
        for (int at = 8; at + 4 <= header.length; at = at == 8 ? 16 : at + 4) {
            if (starts(header, at, "avi")) {
                return AVIF;
            }
            if (starts(header, at, "he") || starts(header, at, "msf1")) {
                return HEIC;
            }
            if (starts(header, at, "crx ")) {
                return RAW;
            }
        }
        return starts(header, 8, "mif1") ? HEIC : VIDEO;
    }

    private static boolean starts(byte[] header, int at, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = at + bytes.length;
        return header.length >= end && Arrays.equals(header, at, end, bytes, 0, bytes.length);
    }
}
