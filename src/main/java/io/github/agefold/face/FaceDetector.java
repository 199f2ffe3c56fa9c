package io.github.agefold.face;

import io.github.agefold.face.PhotoPyramid.Beyond;
import io.github.agefold.network.BlazeFace;
import io.github.agefold.photo.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finds faces in photos, from tight crops to groups. BlazeFace looks at the whole photo first; then, as long as the
 * largest face is small, at overlapping tiles. Not thread-safe.
 */
public final class FaceDetector {
    private static final double THRESHOLD = 0.6;

    /** A face that fills the picture is found only with room around it: UTKFace's chips to 92 % without, to 98 % with this. */
    private static final double ROOM = 1.3;

    /** Where that shows no face, or one that fills the picture and may be boxed badly, there is more room. */
    private static final double[] MORE_ROOM = {1.6, 2.2};

    /** A face that takes this share of the photo's longer side fills the picture. */
    private static final double FILLING = 0.5;

    /** Where the largest face takes less than this share of a picture's side, there may be others too small to be seen. */
    private static final double LARGE = 0.15;

    /** Tiles are not smaller than this, in pixels: they would be blown up. */
    private static final double SMALLEST_TILE = 200;

    /** Tiles are halves of the photo's longer side, then quarters. */
    private static final int FINEST = 4;

    /** How many tiles the network looks at in one go. */
    private static final int BATCH = 6;

    private final BlazeFace network;

    public FaceDetector(BlazeFace network) {
        this.network = network;
    }

    /**
     * @return all faces of a photo, the largest first; empty if there is none. Some may be {@linkplain DetectedFace#isTooSmall too
     *     small} to go on with.
     */
    public List<DetectedFace> detect(Photo photo) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            List<DetectedFace> faces = look(pyramid, List.of(Tile.around(photo, ROOM)));
            double side = Math.max(photo.width(), photo.height());
            if (faces.isEmpty() || largest(faces) >= FILLING * side) {
                faces.addAll(look(
                        pyramid,
                        Arrays.stream(MORE_ROOM)
                                .mapToObj(room -> Tile.around(photo, room))
                                .toList()));
                faces = Proposals.blend(faces);
            }
            for (int fraction = 2; fraction <= FINEST; fraction *= 2) {
                double tile = side / fraction;
                if (tile < SMALLEST_TILE || largest(faces) >= LARGE * 2 * tile) {
                    break;
                }
                faces.addAll(look(pyramid, Tile.covering(photo, tile)));
            }
            return largestFirst(Proposals.distinct(faces));
        }
    }

    /**
     * One look at the photo as a whole, at a fraction of the price of {@link #detect}: for frames of a film, where a face that is
     * overlooked in one is seen in another. Faces below about a tenth of the photo's longer side are not seen.
     *
     * @return the faces, the largest first
     */
    public List<DetectedFace> glance(Photo photo) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            return largestFirst(look(pyramid, List.of(Tile.around(photo, ROOM))));
        }
    }

    private static List<DetectedFace> largestFirst(List<DetectedFace> faces) {
        return faces.stream()
                .sorted(Comparator.comparingDouble(
                                (DetectedFace face) -> face.box().area())
                        .reversed())
                .toList();
    }

    private static double largest(List<DetectedFace> faces) {
        return faces.stream().mapToDouble(face -> face.box().width()).max().orElse(0);
    }

    private List<DetectedFace> look(PhotoPyramid pyramid, List<Tile> tiles) {
        List<DetectedFace> faces = new ArrayList<>();
        for (int start = 0; start < tiles.size(); start += BATCH) {
            List<Tile> some = tiles.subList(start, Math.min(start + BATCH, tiles.size()));
            try (INDArray pictures = Nd4j.createUninitialized(some.size(), 3, BlazeFace.SIDE, BlazeFace.SIDE)) {
                for (int i = 0; i < some.size(); i++) {
                    byte[] rgb = pyramid.cut(some.get(i).toPhoto(BlazeFace.SIDE), BlazeFace.SIDE, Beyond.BLACK);
                    pictures.slice(i)
                            .assign(Nd4j.create(
                                    FaceChip.planes(rgb), new long[] {3, BlazeFace.SIDE, BlazeFace.SIDE}, 'c'));
                }
                List<BlazeFace.Sight> sights = network.look(pictures);
                for (int i = 0; i < some.size(); i++) {
                    Similarity toPhoto = some.get(i).toPhoto(BlazeFace.SIDE);
                    faces.addAll(Proposals.blend(Proposals.decode(sights.get(i), THRESHOLD, toPhoto)));
                }
            }
        }
        return faces;
    }
}
