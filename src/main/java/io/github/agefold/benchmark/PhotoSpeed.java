package io.github.agefold.benchmark;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.AlignedFace;
import io.github.agefold.face.DetectedFace;
import io.github.agefold.face.FaceAligner;
import io.github.agefold.face.FaceDetector;
import io.github.agefold.latent.LatentSearch;
import io.github.agefold.latent.Search;
import io.github.agefold.network.BlazeFace;
import io.github.agefold.network.Encoder;
import io.github.agefold.network.FaceLandmarks;
import io.github.agefold.network.FaceNet;
import io.github.agefold.network.Generator;
import io.github.agefold.network.NativeMemory;
import io.github.agefold.photo.Photo;
import io.github.agefold.strip.Aging;
import io.github.agefold.strip.AgingNetworks;
import io.github.agefold.weights.NetworkWeights;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the steps from a photo to its strip take, one photo at a time.
 *
 * @param name of the step
 * @param milliseconds median
 * @param peakBytes most memory that the process had in use meanwhile
 */
public record PhotoSpeed(String name, double milliseconds, long peakBytes) {

    /** @throws IllegalArgumentException if the photo shows no face */
    static List<PhotoSpeed> measure(Path weights, Photo photo, Stopwatch watch) throws IOException {
        WeightsFolder folder = WeightsFolder.open(weights);
        FaceDetector detector = new FaceDetector(BlazeFace.load(folder.file("blazeface")));
        FaceAligner aligner = new FaceAligner(FaceLandmarks.load(folder.file("face-landmarks")));
        Generator trained = Generator.create(0, 0, 0);
        NetworkWeights.read(folder.file("generator"), trained.tensors());
        Encoder encoder = Encoder.create(0, 0);
        NetworkWeights.read(folder.file("encoder"), encoder.tensors());
        LatentSearch latentSearch = new LatentSearch(trained.folded(), encoder, FaceNet.load(folder.file("facenet")));
        List<DetectedFace> faces = detector.detect(photo);
        if (faces.isEmpty()) {
            throw new IllegalArgumentException(
                    "No face found in " + photo.name() + ". Give the benchmark a photo that shows one.");
        }
        AlignedFace aligned = aligner.align(photo, faces.get(0));
        List<PhotoSpeed> speeds = new ArrayList<>();
        speeds.add(time("detect", watch, () -> detector.detect(photo)));
        speeds.add(time("align", watch, () -> aligner.align(photo, faces.get(0))));
        for (Search search : Search.values()) {
            String name = search == Search.Z0 ? "z0" : "z* " + search.name().toLowerCase(Locale.ROOT);
            speeds.add(time(
                    name,
                    watch,
                    () -> latentSearch.find(aligned.face(), AgeGroup.FROM_30, search, step -> {}, () -> false)));
        }
        Aging aging = AgingNetworks.load(weights, weights);
        speeds.add(time(
                "strip of six from z0, with estimates",
                watch,
                () -> aging.age(photo, faces.get(0), Search.Z0, step -> {}, () -> false)));
        return speeds;
    }

    private static PhotoSpeed time(String name, Stopwatch watch, Runnable work) {
        NativeMemory.free();
        try (PeakMemory memory = new PeakMemory()) {
            double milliseconds = watch.median(work);
            return new PhotoSpeed(name, milliseconds, memory.bytes());
        }
    }
}
