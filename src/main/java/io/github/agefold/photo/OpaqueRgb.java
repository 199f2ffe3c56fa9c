package io.github.agefold.photo;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/** Any picture of Java's as opaque RGB: what is transparent shows white, and boxes of pixels are averaged to shrink it. */
final class OpaqueRgb {
    private static final int WHITE = 255;

    private final BufferedImage image;
    private final int box;

    /** @param box side of the square of pixels that become one */
    OpaqueRgb(BufferedImage image, int box) {
        this.image = image;
        this.box = box;
    }

    Photo toPhoto(String name) {
        int width = (image.getWidth() + box - 1) / box;
        int height = (image.getHeight() + box - 1) / box;
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        for (int y = 0; y < height; y++) {
            int rows = Math.min(box, image.getHeight() - y * box);
            average(argb(y * box, rows), rows, rgb, y * width * 3);
        }
        return new Photo(name, width, height, rgb);
    }

    private void average(int[] argb, int rows, byte[] rgb, int start) {
        int width = image.getWidth();
        int at = start;
        for (int x = 0; x < width; x += box) {
            int columns = Math.min(box, width - x);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int row = 0; row < rows; row++) {
                for (int i = row * width + x; i < row * width + x + columns; i++) {
                    int alpha = argb[i] >>> 24;
                    red += onWhite(argb[i] >> 16 & 0xff, alpha);
                    green += onWhite(argb[i] >> 8 & 0xff, alpha);
                    blue += onWhite(argb[i] & 0xff, alpha);
                }
            }
            int pixels = rows * columns;
            rgb[at++] = (byte) ((red + pixels / 2) / pixels);
            rgb[at++] = (byte) ((green + pixels / 2) / pixels);
            rgb[at++] = (byte) ((blue + pixels / 2) / pixels);
        }
    }

    private static int onWhite(int value, int alpha) {
        return alpha == 255 ? value : (value * alpha + WHITE * (255 - alpha) + 127) / 255;
    }

    private int[] argb(int y, int rows) {
        ColorModel colors = image.getColorModel();
        int width = image.getWidth();
        int space = colors.getColorSpace().getType();
        if (space == ColorSpace.TYPE_GRAY && image.getRaster().getNumBands() == colors.getNumComponents()) {
            return grey(y, rows);
        }
        boolean isStandard = image.getType() != BufferedImage.TYPE_CUSTOM;
        if (colors.getColorSpace().isCS_sRGB() && !isStandard) {
            return image.getRGB(0, y, width, rows, null, 0, width);
        }
        BufferedImage strip = new BufferedImage(width, rows, BufferedImage.TYPE_INT_ARGB);
        if (isStandard) {
            // many times as fast as asking for each pixel
            Graphics2D canvas = strip.createGraphics();
            canvas.setComposite(AlphaComposite.Src);
            canvas.drawImage(image, 0, -y, null);
            canvas.dispose();
        } else {
            // asked pixel by pixel, a colour profile takes minutes
            new ColorConvertOp(null).filter(image.getSubimage(0, y, width, rows), strip);
        }
        return ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
    }

    /** Grey as it is stored: Java takes it to be linear light and would brighten it. */
    private int[] grey(int y, int rows) {
        ColorModel colors = image.getColorModel();
        int width = image.getWidth();
        Raster raster = image.getRaster();
        double toByte = 255 / largest(colors, 0);
        double[] grey = raster.getSamples(0, y, width, rows, 0, (double[]) null);
        double[] alpha = colors.hasAlpha() ? raster.getSamples(0, y, width, rows, 1, (double[]) null) : new double[0];
        int[] argb = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            double opacity = colors.hasAlpha() ? alpha[i] / largest(colors, 1) : 1;
            double shade = colors.isAlphaPremultiplied() && opacity > 0 ? grey[i] / opacity : grey[i];
            int value = (int) Math.max(0, Math.min(255, Math.rint(shade * toByte)));
            argb[i] = (int) Math.rint(opacity * 255) << 24 | value << 16 | value << 8 | value;
        }
        return argb;
    }

    private static double largest(ColorModel colors, int component) {
        return switch (colors.getTransferType()) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 1;
            default -> Math.pow(2, colors.getComponentSize(component)) - 1;
        };
    }
}
