package io.github.agefold.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files whose pictures are many times as large as they are, honest and not. */
final class LargePhotos {
    private static final int BASELINE = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int LOSSLESS = 0xc3;

    private LargePhotos() {}

    /** Writes them into a folder. */
    static void write(Path folder) throws IOException {
        Files.write(folder.resolve("120 MP.jpg"), jpeg(12_000, 10_000, BASELINE, 1));
        Files.write(folder.resolve("60 MP progressive.jpg"), jpeg(7_800, 7_800, PROGRESSIVE, 2));
        Files.write(folder.resolve("200 MP progressive.jpg"), jpeg(20_000, 10_000, PROGRESSIVE, 1));
        Files.write(folder.resolve("1000 scans.jpg"), jpeg(5_600, 5_600, PROGRESSIVE, 1000));
        Files.write(folder.resolve("200 MP lossless.jpg"), jpeg(20_000, 10_000, LOSSLESS, 1));
        Files.write(folder.resolve("120 MP.png"), png(12_000, 10_000, 8, 2));
        Files.write(folder.resolve("900 MP.png"), png(30_000, 30_000, 1, 0));
        Files.write(folder.resolve("200 MP line.png"), png(1, 200_000_000, 1, 0));
        Files.write(folder.resolve("199 MP.webp"), webp(16_383, 12_207));
        Files.write(folder.resolve("60 MP.webp"), webp(10_000, 6_000));
        BufferedImage page = quarters(12_000, 10_000);
        Files.write(folder.resolve("120 MP.gif"), Pictures.encode(page, "gif"));
    }

    /** Black but for a quarter. */
    static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        return image;
    }

    private static byte[] png(int width, int height, int depth, int color) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[(width * depth * (color == 2 ? 3 : 1) + 7) / 8 + 1];
        byte[] rows = new byte[row.length * Math.max(1, 100_000 / row.length)];
        Deflater fast = new Deflater(1);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast, 1 << 16)) {
            for (long left = (long) row.length * height; left > 0; left -= rows.length) {
                out.write(rows, 0, (int) Math.min(left, rows.length));
            }
        }
        fast.end();
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) color);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        all.write(Pictures.pngChunk("IHDR", header.array()));
        all.write(Pictures.pngChunk("IDAT", packed.toByteArray()));
        all.write(Pictures.pngChunk("IEND", new byte[0]));
        return all.toByteArray();
    }

    /** Grey all over: with tables of one code, which is the bit 0, all data is zeros. */
    private static byte[] jpeg(int width, int height, int frame, int scans) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0xffd8);
        out.writeShort(0xffdb);
        out.writeShort(67);
        out.write(0);
        byte[] steps = new byte[64];
        Arrays.fill(steps, (byte) 1);
        out.write(steps);
        out.writeShort(0xff00 | frame);
        out.writeShort(17);
        out.write(8);
        out.writeShort(height);
        out.writeShort(width);
        out.write(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
        // the code 0: no difference; the end of a block, or in progressive scans of 16,384 and more blocks
        table(out, 0, 0);
        table(out, 0x10, frame == PROGRESSIVE ? 0xe0 : 0);
        long blocks = (width + 7L) / 8 * ((height + 7L) / 8);
        int bitsOfBlock = frame == BASELINE ? 2 : 1;
        long numbers = frame == LOSSLESS ? (long) width * height : blocks * bitsOfBlock;
        int last = frame == BASELINE ? 63 : 0;
        out.write(new byte[] {
            (byte) 0xff, (byte) 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, (byte) (frame == LOSSLESS ? 1 : 0), (byte) last, 0
        });
        out.write(new byte[(int) (numbers * 3 / 8) + 8]);
        for (int scan = 1; scan < scans; scan++) {
            out.write(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 1, 63, 0});
            out.write(new byte[(int) ((blocks + 16_383) / 16_384 * 15 / 8) + 1]);
        }
        out.writeShort(0xffd9);
        return bytes.toByteArray();
    }

    private static void table(DataOutputStream out, int name, int symbol) throws IOException {
        out.writeShort(0xffc4);
        out.writeShort(20);
        out.write(name);
        out.write(1);
        out.write(new byte[15]);
        out.write(symbol);
    }

    /** Lossless and of one colour: each of the five codes has one symbol, which takes no bits. */
    private static byte[] webp(int width, int height) {
        ByteBuffer bits = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        at = put(bits, at, 0x2f, 8);
        at = put(bits, at, width - 1, 14);
        at = put(bits, at, height - 1, 14);
        // no alpha, version 0, no transform, no colour cache, one set of codes
        at = put(bits, at, 0, 1 + 3 + 1 + 1 + 1);
        for (int symbol : new int[] {128, 255, 0, 255, 0}) {
            // a simple code, of one symbol, of eight bits
            at = put(bits, at, 0b101, 3);
            at = put(bits, at, symbol, 8);
        }
        ByteBuffer file = ByteBuffer.allocate(20 + 24).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + 24);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(24).put(bits.array());
        return file.array();
    }

    private static int put(ByteBuffer bits, int at, int value, int count) {
        for (int i = 0; i < count; i++) {
            int place = (at + i) / 8;
            bits.put(place, (byte) (bits.get(place) | (value >> i & 1) << (at + i) % 8));
        }
        return at + count;
    }
}
