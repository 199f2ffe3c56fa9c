package io.github.agefold.dataset;

import io.github.agefold.face.Face;
import io.github.agefold.face.FaceChip;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.photo.Photo;
import io.github.agefold.photo.PhotoReader;
import io.github.agefold.weights.WeightsException;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipError;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled faces: a folder or zip in UTKFace's naming, IMDB-WIKI (its folder or .mat), a folder or zip of sub-folders named by
 * age group, or a CSV of files and ages. What cannot be used is refused with its reason, together with its label. Photos that are not
 * in the networks' framing yet are aligned. Not thread-safe.
 */
public final class FaceReader {
    private static final String KINDS =
            "Name a folder or zip of faces named as UTKFace's (27_0_1_20170110.jpg), a folder with sub-folders 0-18, 19-29, 30-39, "
                    + "40-49, 50-59 and 60+, IMDB-WIKI's folder, or a CSV of files and ages.";
    private static final int FACES_BETWEEN_COLLECTIONS = 50;

    /** Kept decoded, they take 1.8 GB: close to the most that one array can be. */
    private static final int MOST_FACES = 150_000;

    private static final String NO_ROOM = "there is room for " + MOST_FACES + " faces, and it would be one more";

    private final PhotoFraming.Loading loading;
    private final PhotoReader reader = new PhotoReader();
    private Predicate<String> wanted = name -> true;
    private @Nullable PhotoFraming framing;
    private int framed;

    /** Told after each picture. */
    @FunctionalInterface
    public interface Progress {
        void read(int pictures, int ofAll);
    }

    /** @param loading makes the networks that align photos, if there are photos to align */
    public FaceReader(PhotoFraming.Loading loading) {
        this.loading = loading;
    }

    /** A reader that aligns with the application's own networks. */
    public static FaceReader shipped() {
        return new FaceReader(() -> PhotoFraming.load(WeightsFolder.open(WeightsFolder.shipped())));
    }

    /**
     * Passes over, unread, all pictures but these.
     *
     * @param names of files, such as those of one {@link Split}
     */
    public FaceReader only(Predicate<String> names) {
        wanted = names;
        return this;
    }

    /**
     * @param stop asked before each picture
     * @throws DatasetException if the source is none, or has no usable face
     * @throws CancellationException if it was stopped
     */
    public FaceSet read(Path source, Progress progress, BooleanSupplier stop) throws IOException {
        if (Files.isDirectory(source)) {
            return read(source, ofFolder(source), progress, stop);
        }
        if (!Files.isRegularFile(source)) {
            throw new DatasetException(source + " is not there. " + KINDS);
        }
        String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return read(source, AgeTable.list(source), progress, stop);
        }
        if (name.endsWith(".mat")) {
            return read(source, ImdbWiki.list(source), progress, stop);
        }
        try (FileSystem zip = FileSystems.newFileSystem(source)) {
            return read(source, ofFolder(onlyFolder(zip.getPath("/"))), progress, stop);
        } catch (ZipException e) {
            throw new DatasetException(
                    source + " is no zip that can be used (" + e.getMessage() + "). Pack it anew. " + KINDS, e);
        } catch (ProviderNotFoundException | ZipError e) {
            throw new DatasetException(source + " is neither a folder nor a zip, a CSV or a .mat. " + KINDS, e);
        }
    }

    private static PictureList ofFolder(Path folder) throws IOException {
        var imdbWiki = ImdbWiki.find(folder);
        if (imdbWiki.isPresent()) {
            return ImdbWiki.list(imdbWiki.get());
        }
        return GroupFolders.fits(folder) ? GroupFolders.list(folder) : UtkFace.list(folder);
    }

    /** Zips often hold one folder that holds the rest. */
    private static Path onlyFolder(Path root) throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            List<Path> entries = inside.toList();
            return entries.size() == 1 && Files.isDirectory(entries.get(0)) ? entries.get(0) : root;
        }
    }

    private FaceSet read(Path source, PictureList list, Progress progress, BooleanSupplier stop) throws IOException {
        List<LabelledFace> faces = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>(list.refused());
        refused.keySet().removeIf(wanted.negate());
        List<LabelledPicture> pictures =
                list.pictures().stream().filter(p -> wanted.test(p.name())).toList();
        int done = 0;
        for (LabelledPicture picture : pictures) {
            if (stop.getAsBoolean()) {
                throw new CancellationException();
            }
            if (faces.size() >= MOST_FACES) {
                refused.put(picture.name(), NO_ROOM);
                continue;
            }
            try (InputStream in = Files.newInputStream(picture.file())) {
                Photo photo = reader.read(in, picture.name());
                faces.add(LabelledFace.of(picture.name(), picture.age(), face(photo, list.areChips())));
            } catch (WeightsException e) {
                // no fault of the picture's
                throw e;
            } catch (IOException e) {
                if (!Files.exists(source)) {
                    throw new DatasetException(
                            source + " is no longer there, after " + done + " of " + pictures.size()
                                    + " pictures. Connect its drive again and start anew; nothing was kept.",
                            e);
                }
                // without the name, so that refusals of one kind can be counted together
                refused.put(picture.name(), String.valueOf(e.getMessage()).replace(picture.name(), "it"));
            }
            progress.read(++done, pictures.size());
        }
        if (faces.isEmpty()) {
            throw new DatasetException(source + " has no usable face" + allLeftOut(refused) + ". " + KINDS);
        }
        return new FaceSet(faces, refused);
    }

    private static String allLeftOut(Map<String, String> refused) {
        return refused.entrySet().stream()
                .findFirst()
                .map(first -> ": " + refused.size() + " left out, the first, " + first.getKey() + ", because "
                        + first.getValue().replaceAll("\\.$", ""))
                .orElse("");
    }

    private Face face(Photo photo, boolean isChip) throws IOException {
        if (isChip && photo.width() == photo.height() && photo.width() >= Face.SIDE) {
            return FaceChip.toFace(photo);
        }
        if (framing == null) {
            framing = loading.load();
        }
        Face face = framing.frame(photo);
        if (++framed % FACES_BETWEEN_COLLECTIONS == 0) {
            NativeMemory.free();
        }
        return face;
    }
}
