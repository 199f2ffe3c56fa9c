package io.github.agefold;

import io.github.agefold.file.UserFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where native libraries are unpacked that come inside jars: the system's folder for caches, with a folder for each version of the
 * program. A version in use holds a shared lock on a file of its folder; folders of other versions that nobody holds are deleted.
 */
final class NativeCache {
    private static final String IN_USE = "in-use";
    private static final int MOST_ATTEMPTS = 5;

    /** Until the program ends: a channel that nobody refers to is closed by the garbage collector, and its lock is gone. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    private final Path versions;
    private final String version;

    /**
     * @param versions the folder of all versions' folders
     * @param version names this version's
     */
    NativeCache(Path versions, String version) {
        this.versions = versions;
        this.version = version;
    }

    /** Tells JavaCPP and JavaFX where to unpack. Must come before either is touched. */
    static void use(String version) {
        NativeCache cache = new NativeCache(UserFolders.own().caches(), version);
        if (!cache.hold()) {
            return; // no room or no right: both have places of their own to fall back on
        }
        setUnlessSet("org.bytedeco.javacpp.cachedir", cache.own().resolve("javacpp"));
        setUnlessSet("javafx.cachedir", cache.own().resolve("javafx"));
        Thread cleaning = new Thread(cache::deleteOthers, "old native libraries");
        cleaning.setDaemon(true);
        cleaning.start();
    }

    private static void setUnlessSet(String property, Path folder) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, folder.toString());
        }
    }

    Path own() {
        return versions.resolve(version);
    }

    /**
     * Makes this version's folder and holds it until the program ends.
     *
     * @return false if it can't be made
     */
    boolean hold() {
        try {
            for (int i = 0; i < MOST_ATTEMPTS; i++) {
                Files.createDirectories(own());
                Path file = own().resolve(IN_USE);
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                // waits for another version that is deleting it; the folder is then made anew
                channel.lock(0, Long.MAX_VALUE, true);
                if (Files.exists(file)) {
                    HELD.add(channel);
                    return true;
                }
                channel.close();
            }
            return false;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /** Deletes what other versions unpacked, unless they run. */
    void deleteOthers() {
        try (var folders = Files.newDirectoryStream(versions, Files::isDirectory)) {
            for (Path folder : folders) {
                if (!folder.equals(own()) && Files.exists(folder.resolve(IN_USE))) {
                    deleteUnlessHeld(folder);
                }
            }
        } catch (IOException e) {
            // the next start tries again
        }
    }

    private static void deleteUnlessHeld(Path folder) throws IOException {
        Path file = folder.resolve(IN_USE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            // the lock's file last: whoever waits for it must find an empty folder, or none
            try (var parts = Files.newDirectoryStream(folder, part -> !part.equals(file))) {
                for (Path part : parts) {
                    delete(part);
                }
            }
            Files.delete(file);
            Files.delete(folder);
        } catch (OverlappingFileLockException e) {
            // held by this very program
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException problem) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
