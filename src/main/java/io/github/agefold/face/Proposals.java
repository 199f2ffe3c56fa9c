package io.github.agefold.face;

import io.github.agefold.network.BlazeFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From anchors with scores to faces: decoding, and what becomes of boxes that overlap. */
final class Proposals {
    /** Boxes that share more of their union than this show the same face. */
    private static final double SAME_FACE = 0.3;

    /** So do boxes of which the smaller one lies in the larger one by more than this. */
    private static final double INSIDE = 0.6;

    private static final int RIGHT_EYE = 4;
    private static final int LEFT_EYE = 6;

    private Proposals() {}

    /**
     * Decodes the anchors whose score reaches a threshold.
     *
     * @param toPhoto from the points of the network's picture to the photo's
     */
    static List<DetectedFace> decode(BlazeFace.Sight sight, double threshold, Similarity toPhoto) {
        List<DetectedFace> faces = new ArrayList<>();
        for (int anchor = 0; anchor < BlazeFace.ANCHORS; anchor++) {
            double score = 1 / (1 + Math.exp(-sight.scores()[anchor]));
            if (score >= threshold) {
                faces.add(decode(sight.boxes(), anchor, score, toPhoto));
            }
        }
        return faces;
    }

    private static DetectedFace decode(float[] boxes, int anchor, double score, Similarity toPhoto) {
        // a grid of 16x16 cells with two anchors each, then one of 8x8 with six
        boolean fine = anchor < 512;
        int cells = fine ? 16 : 8;
        int cell = fine ? anchor / 2 : (anchor - 512) / 6;
        double step = (double) BlazeFace.SIDE / cells;
        double anchorX = (cell % cells + 0.5) * step;
        int row = cell / cells;
        double anchorY = (row + 0.5) * step;
        int at = anchor * BlazeFace.BOX_NUMBERS;
        double x = toPhoto.mapX(anchorX + boxes[at], anchorY + boxes[at + 1]);
        double y = toPhoto.mapY(anchorX + boxes[at], anchorY + boxes[at + 1]);
        double width = Math.max(boxes[at + 2], 1) * toPhoto.scale();
        double height = Math.max(boxes[at + 3], 1) * toPhoto.scale();
        double roll = Math.atan2(
                boxes[at + LEFT_EYE + 1] - boxes[at + RIGHT_EYE + 1], boxes[at + LEFT_EYE] - boxes[at + RIGHT_EYE]);
        return new DetectedFace(new FaceBox(x - width / 2, y - height / 2, width, height), roll, score);
    }

    /** One face for each group of boxes from one picture that show the same: their mean, weighted by score. */
    @SuppressWarnings("ReferenceEquality") // itself, not one that is equal
    static List<DetectedFace> blend(List<DetectedFace> faces) {
        List<DetectedFace> rest = byScore(faces);
        List<DetectedFace> blended = new ArrayList<>();
        while (!rest.isEmpty()) {
            DetectedFace best = rest.get(0);
            List<DetectedFace> same = rest.stream()
                    .filter(face -> face == best || face.box().overlap(best.box()) > SAME_FACE)
                    .toList();
            blended.add(new DetectedFace(mean(same), best.roll(), best.score()));
            rest.removeAll(same);
        }
        return blended;
    }

    private static FaceBox mean(List<DetectedFace> faces) {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
        double total = 0;
        for (DetectedFace face : faces) {
            x += face.score() * face.box().x();
            y += face.score() * face.box().y();
            width += face.score() * face.box().width();
            height += face.score() * face.box().height();
            total += face.score();
        }
        return new FaceBox(x / total, y / total, width / total, height / total);
    }

    /** Of faces from several pictures of one photo, the surest of those that are the same. */
    static List<DetectedFace> distinct(List<DetectedFace> faces) {
        List<DetectedFace> kept = new ArrayList<>();
        for (DetectedFace face : byScore(faces)) {
            if (kept.stream().noneMatch(other -> isSame(face.box(), other.box()))) {
                kept.add(face);
            }
        }
        return kept;
    }

    private static boolean isSame(FaceBox a, FaceBox b) {
        return a.overlap(b) > SAME_FACE || a.intersection(b) > INSIDE * Math.min(a.area(), b.area());
    }

    private static List<DetectedFace> byScore(List<DetectedFace> faces) {
        List<DetectedFace> sorted = new ArrayList<>(faces);
        sorted.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
        return sorted;
    }
}
