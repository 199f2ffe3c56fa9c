package io.github.agefold.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A small good file of each sort, in four quarters where there is an encoder to make it: red, green; white, blue. */
final class Corpus {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    private Corpus() {}

    /** The files by a word for each. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        BufferedImage color = Pictures.quarters(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        BufferedImage palette = Pictures.quarters(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage alpha = Pictures.quarters(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        byte[] jpeg = Pictures.encode(color, "jpeg");
        files.put("a.jpg", jpeg);
        files.put("progressive.jpg", encode(color, "jpeg", true, null));
        files.put("upright.jpg", Pictures.withOrientation(jpeg, 1));
        files.put("a.png", Pictures.encode(color, "png"));
        files.put("interlaced.png", encode(color, "png", true, null));
        files.put("palette.png", Pictures.encode(palette, "png"));
        files.put("alpha.png", Pictures.encode(alpha, "png"));
        files.put("a.gif", encode(palette, "gif", false, null));
        files.put("interlaced.gif", encode(palette, "gif", true, null));
        files.put("animated.gif", animation(palette));
        files.put("a.bmp", Pictures.encode(color, "bmp"));
        files.put("packed.bmp", encode(palette, "bmp", false, "BI_RLE8"));
        for (String packing : new String[] {"None", "LZW", "Deflate", "PackBits", "JPEG"}) {
            files.put(packing + ".tif", encode(color, "tiff", false, packing));
        }
        files.put("alpha.tif", encode(alpha, "tiff", false, "Deflate"));
        return files;
    }

    /** Files with other colours in them. */
    static Map<String, byte[]> others() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] ink = Pictures.cmykJpeg(16, 0, 255, 255, 0);
        files.put("cmyk.jpg", ink);
        files.put("profile.jpg", Pictures.insert(ink, 2, InkProfile.jpegSegment(InkProfile.bytes())));
        files.put("deep.png", Pictures.encode(new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY), "png"));
        files.put("grey.jpg", Pictures.encode(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg"));
        files.put("bits.png", Pictures.encode(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_BINARY), "png"));
        files.put(
                "fax.tif",
                encode(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_BINARY), "tiff", false, "CCITT T.6"));
        files.put("lossless.webp", Base64.getDecoder().decode(Pictures.WEBP_LOSSLESS));
        files.put("lossy.webp", Base64.getDecoder().decode(Pictures.WEBP_LOSSY));
        return files;
    }

    private static byte[] encode(BufferedImage image, String format, boolean inPasses, String packing)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (inPasses) {
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        if (packing != null) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(packing);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] animation(BufferedImage first) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(first, null, null), null);
            writer.writeToSequence(
                    new IIOImage(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED), null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
