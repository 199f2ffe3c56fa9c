package io.github.agefold.face;

import io.github.agefold.face.PhotoPyramid.Beyond;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.photo.Photo;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns a detected face into the networks' framing: finds its landmarks, lays them on UTKFace's, and looks for them once more in that
 * framing, where they are found best. Not thread-safe.
 */
public final class FaceAligner {
    /** Side that the landmarks' network works at. */
    private static final int LANDMARK_SIDE = 112;

    /** Landmarks are found most steadily in squares this many times as large as the networks' framing. */
    private static final double ROOM = 1.1;

    /** A detector's box is as large as the networks' framing, but lies higher, by this share of its side. */
    private static final double BOX_LIES_HIGHER = 0.045;

    private static final int ROUNDS = 2;

    private final FaceLandmarks network;
    private final LandmarkTemplate template = LandmarkTemplate.ofUtkFace();

    public FaceAligner(FaceLandmarks network) {
        this.network = network;
    }

    /**
     * Cuts a face out of its photo. Where the framing reaches over the photo's edge, the edge's pixels go on.
     *
     * @return the face, with the transform from its 64x64 points to the photo's
     */
    public AlignedFace align(Photo photo, DetectedFace detected) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            FaceLocation location = locate(pyramid, detected);
            return new AlignedFace(
                    cut(pyramid, location), detected, location.framing().afterScaling(1.0 / Face.SIDE));
        }
    }

    /** Finds the landmarks of a detected face. */
    public FaceLocation locate(Photo photo, DetectedFace detected) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            return locate(pyramid, detected);
        }
    }

    /**
     * Finds the landmarks of a face that has moved a little since the frame before.
     *
     * @param before where it was
     */
    public FaceLocation follow(Photo frame, FaceLocation before) {
        try (PhotoPyramid pyramid = new PhotoPyramid(frame)) {
            return locate(pyramid, before.framing());
        }
    }

    /** Cuts out a face whose place is known. */
    public Face cut(Photo photo, FaceLocation location) {
        try (PhotoPyramid pyramid = new PhotoPyramid(photo)) {
            return cut(pyramid, location);
        }
    }

    private FaceLocation locate(PhotoPyramid pyramid, DetectedFace detected) {
        FaceLocation location = locate(pyramid, framing(detected));
        for (int round = 1; round < ROUNDS; round++) {
            location = locate(pyramid, location.framing());
        }
        return location;
    }

    private FaceLocation locate(PhotoPyramid pyramid, Similarity about) {
        double[] landmarks = landmarks(pyramid, about);
        return new FaceLocation(template.framing(landmarks), landmarks);
    }

    private static Face cut(PhotoPyramid pyramid, FaceLocation location) {
        byte[] chip = pyramid.cut(location.framing().afterScaling(1.0 / FaceChip.SIDE), FaceChip.SIDE, Beyond.EDGE);
        return FaceChip.toFace(new Photo(pyramid.photo().name(), FaceChip.SIDE, FaceChip.SIDE, chip));
    }

    /** What the detector's box says of the framing. */
    private static Similarity framing(DetectedFace detected) {
        FaceBox box = detected.box();
        double side = Math.max(box.width(), box.height());
        double down = BOX_LIES_HIGHER * side;
        double x = box.x() + box.width() / 2 - down * Math.sin(detected.roll());
        double y = box.y() + box.height() / 2 + down * Math.cos(detected.roll());
        return Similarity.ofSquare(1, x, y, side, detected.roll());
    }

    /**
     * Finds the landmarks of a face.
     *
     * @param framing about, from 0 to 1 to the photo
     * @return x and y of 68 points of the photo in turn
     */
    double[] landmarks(PhotoPyramid pyramid, Similarity framing) {
        // the square around the framing, as a framing of its own
        double edge = (1 - ROOM) / 2;
        Similarity roomy = new Similarity(
                framing.a() * ROOM, framing.b() * ROOM, framing.mapX(edge, edge), framing.mapY(edge, edge));
        byte[] rgb = pyramid.cut(roomy.afterScaling(1.0 / LANDMARK_SIDE), LANDMARK_SIDE, Beyond.EDGE);
        long[] shape = {1, 3, LANDMARK_SIDE, LANDMARK_SIDE};
        try (INDArray square = Nd4j.create(FaceChip.planes(rgb), shape, 'c')) {
            float[] shares = network.locate(square)[0];
            double[] points = new double[shares.length];
            for (int i = 0; i < points.length; i++) {
                points[i] = shares[i];
            }
            return roomy.map(points);
        }
    }
}
