package io.github.agefold.dataset;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.Face;
import io.github.agefold.face.FaceAligner;
import io.github.agefold.face.FaceDetector;
import io.github.agefold.network.BlazeFace;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.photo.Photo;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.util.List;

/** Finds the face of a photo and cuts it out in the networks' framing. Not thread-safe. */
public final class PhotoFraming {
    static final String NO_FACE = "no face was found in it";
    static final String SEVERAL_FACES = "it shows several faces, and whose age is told is not known";

    private static final String TOO_SMALL = "its face is smaller than " + (int) DetectedFace.SMALLEST + " pixels";

    /** A second face with more than this share of the largest one's area could be the one that is meant. */
    private static final double BYSTANDER = 0.25;

    private final FaceDetector detector;
    private final FaceAligner aligner;

    /** Makes the networks when the first photo needs them. */
    @FunctionalInterface
    public interface Loading {
        PhotoFraming load() throws IOException;
    }

    public PhotoFraming(FaceDetector detector, FaceAligner aligner) {
        this.detector = detector;
        this.aligner = aligner;
    }

    /** With the pretrained networks of a folder. */
    public static PhotoFraming load(WeightsFolder pretrained) throws IOException {
        return new PhotoFraming(
                new FaceDetector(BlazeFace.load(pretrained.file("blazeface"))),
                new FaceAligner(FaceLandmarks.load(pretrained.file("face-landmarks"))));
    }

    /** @throws DatasetException if there is not one face that is meant */
    public Face frame(Photo photo) throws DatasetException {
        List<DetectedFace> faces = detector.detect(photo);
        if (faces.isEmpty()) {
            throw new DatasetException(NO_FACE);
        }
        DetectedFace largest = faces.get(0);
        if (faces.size() > 1
                && faces.get(1).box().area() > BYSTANDER * largest.box().area()) {
            throw new DatasetException(SEVERAL_FACES);
        }
        if (largest.isTooSmall()) {
            throw new DatasetException(TOO_SMALL);
        }
        return aligner.align(photo, largest).face();
    }
}
