package io.github.agefold.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Picture files that tests make for themselves. */
final class Pictures {
    /** 16x16, the left half red, the right half blue: libwebp's lossless and lossy encoders. */
    static final String WEBP_LOSSLESS = "UklGRiYAAABXRUJQVlA4TBkAAAAvD8ADAA8Q87//8x8OxILJ/KW7M4jof+QCAA==";

    static final String WEBP_LOSSY =
            "UklGRkAAAABXRUJQVlA4IDQAAACQAQCdASoQABAAAUAmJaACdLoAA5gA/vij//8QI//mwP/0uD8Ef+lwf/pcDh//S4GaAAAA";

    private Pictures() {}

    /** Four quarters: red, green at the top; white, blue at the bottom. */
    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.WHITE, Color.BLUE};
        for (int i = 0; i < colors.length; i++) {
            canvas.setColor(colors[i]);
            canvas.fillRect(i % 2 * width / 2, i / 2 * height / 2, (width + 1) / 2, (height + 1) / 2);
        }
        canvas.dispose();
        return image;
    }

    static BufferedImage filled(int width, int height, int type, Color color) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setBackground(color);
        canvas.clearRect(0, 0, width, height);
        canvas.dispose();
        return image;
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IllegalArgumentException("no writer of " + format + " takes this picture");
        }
        return bytes.toByteArray();
    }

    /** One colour without a colour profile, as Photoshop writes CMYK: an Adobe segment, and inks upside down. */
    static byte[] cmykJpeg(int side, int cyan, int magenta, int yellow, int black) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, side, side, 4, null);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                raster.setPixel(x, y, new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255 - black});
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = jdkJpegWriter();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        ByteBuffer adobe = ByteBuffer.allocate(16);
        adobe.putShort((short) 0xffee).putShort((short) 14).put("Adobe".getBytes(StandardCharsets.US_ASCII));
        adobe.putShort((short) 100); // version; then two words of flags and a byte of colour transform, all 0
        return insert(bytes.toByteArray(), 2, adobe.array());
    }

    private static ImageWriter jdkJpegWriter() {
        for (var writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK has no JPEG writer");
    }

    /** Puts an EXIF segment that notes an orientation right after a JPEG's first marker. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] tiff = exif(orientation);
        ByteBuffer segment = ByteBuffer.allocate(10 + tiff.length);
        segment.putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        return insert(jpeg, 2, segment.array());
    }

    /** EXIF notes that hold an orientation alone. */
    static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26);
        // big-endian TIFF: the first directory at byte 8 has one entry, tag 0x112, one 16-bit number
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.array();
    }

    /** A chunk of a PNG, whole. */
    static byte[] pngChunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** The same TIFF with its first directory moved to the end, and an orientation in it. */
    static byte[] turnedTiff(byte[] tiff, int orientation) {
        ByteOrder order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer old = ByteBuffer.wrap(tiff).order(order);
        int place = old.getInt(4);
        int entries = old.getShort(place);
        ByteBuffer all =
                ByteBuffer.allocate(tiff.length + 2 + 12 * (entries + 1) + 4).order(order);
        all.put(tiff).putShort((short) 0);
        int count = 0;
        boolean isIn = false;
        for (int i = 0; i < entries; i++) {
            int tag = old.getShort(place + 2 + 12 * i) & 0xffff;
            if (tag >= 0x112 && !isIn) {
                all.putShort((short) 0x112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .putShort((short) 0);
                isIn = true;
                count++;
            }
            if (tag != 0x112) {
                all.put(tiff, place + 2 + 12 * i, 12);
                count++;
            }
        }
        all.putShort(tiff.length, (short) count);
        return all.putInt(0).putInt(4, tiff.length).array();
    }

    static byte[] insert(byte[] into, int at, byte[] what) {
        byte[] all = Arrays.copyOf(into, into.length + what.length);
        System.arraycopy(what, 0, all, at, what.length);
        System.arraycopy(into, at, all, at + what.length, into.length - at);
        return all;
    }

    /** The colour at a share of width and height: R, G, B or W for what is near a pure one, otherwise hexadecimal. */
    static String colorAt(Photo photo, double x, double y) {
        int rgb = rgbAt(photo, (int) (x * photo.width()), (int) (y * photo.height()));
        int[] channels = {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff};
        String bits = "";
        for (int channel : channels) {
            bits += channel > 215 ? "1" : channel < 40 ? "0" : "?";
        }
        return switch (bits) {
            case "100" -> "R";
            case "010" -> "G";
            case "001" -> "B";
            case "111" -> "W";
            default -> Integer.toHexString(rgb);
        };
    }

    static int rgbAt(Photo photo, int x, int y) {
        int at = (y * photo.width() + x) * 3;
        return ((photo.rgb()[at] & 0xff) << 16) | ((photo.rgb()[at + 1] & 0xff) << 8) | (photo.rgb()[at + 2] & 0xff);
    }
}
