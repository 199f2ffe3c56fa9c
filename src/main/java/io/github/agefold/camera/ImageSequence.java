package io.github.agefold.camera;

import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of pictures, shown by name as the frames of a film. */
record ImageSequence(Path folder) implements FrameSource {
    /** Frames a second: pictures don't tell. */
    private static final double RATE = 30;

    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff");

    @Override
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public boolean isDevice() {
        return false;
    }

    @Override
    public Frames open() throws IOException {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(folder)) {
            pictures = files.filter(ImageSequence::isPicture).sorted().toList();
        }
        if (pictures.isEmpty()) {
            throw new CameraException(folder + " holds no pictures. Choose a folder of JPEG or PNG files.");
        }
        return new Opened(pictures.iterator());
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith(".");
    }

    private record Opened(Iterator<Path> pictures) implements Frames {
        @Override
        public @Nullable Photo next() throws IOException {
            return pictures.hasNext() ? new PhotoReader().read(pictures.next()) : null;
        }

        @Override
        public double rate() {
            return RATE;
        }

        @Override
        public void close() {}
    }
}
