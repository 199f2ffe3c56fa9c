package io.github.agefold.strip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes strips as PNG files, each with a note for programs that it is synthetic. A file is whole or not there: it is written beside its place and then
 * moved.
 */
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
        Path target = file.toAbsolutePath();
        Path half = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(half, StandardOpenOption.CREATE_NEW)) {
                SyntheticPng.write(image, out);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw new IOException("Could not write " + file + ": " + reason(e) + ".", e);
        } finally {
            Files.deleteIfExists(half);
        }
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
        try {
            Files.createDirectories(folder);
        } catch (FileSystemException e) {
            throw new IOException("Could not make the folder " + folder + ": " + reason(e) + ".", e);
        }
        List<Path> files = new ArrayList<>();
        for (AgedFace column : strip.columns()) {
            Path file = folder.resolve(String.format(
                    "%02d_%s.png", column.group().ordinal() + 1, column.group().id()));
            png(FaceImage.of(column.face(), new StripImage.Options(cell, false, false).cell()), file);
            files.add(file);
        }
        return files;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "writing there is not allowed";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        return e.getReason() == null ? "the disk refused" : e.getReason();
    }
}
