package io.github.agefold.strip;

import io.github.agefold.file.FileProblem;
import io.github.agefold.file.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes strips as PNG files. A file is whole or not there. */
public final class StripExport {
    private StripExport() {}

    /**
     * Writes one picture, over an older file of the name.
     *
     * @param file where to; its folder must exist
     * @throws IOException if it can't be written; the message is one sentence for the user
     */
    public static void png(BufferedImage image, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder. Name a file to write, such as strip.png.");
        }
        WholeFile.writePng(file, image);
    }

    /**
     * Writes the six aged faces as pictures of their own: 01_0-18.png to 06_60plus.png.
     *
     * @param cell width and height of each in pixels, 64 to 512
     * @param folder where to; made if it is missing
     * @return the files, youngest first
     * @throws IOException if one can't be written; the message is one sentence for the user
     */
    public static List<Path> cells(AgeStrip strip, int cell, Path folder) throws IOException {
        FileProblem.createFolder(folder);
        List<Path> files = new ArrayList<>();
        for (AgedFace column : strip.columns()) {
            Path file = folder.resolve(String.format(
                    "%02d_%s.png", column.group().ordinal() + 1, column.group().id()));
            png(FaceImage.of(column.face(), new StripImage.Options(cell, false).cell()), file);
            files.add(file);
        }
        return files;
    }
}
