package io.github.agefold.strip;

import io.github.agefold.face.DetectedFace;
import io.github.agefold.latent.Search;
import io.github.agefold.latent.SearchStep;
import io.github.agefold.live.LiveNetworks;
import io.github.agefold.photo.Photo;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** From a photo to its strip. Not thread-safe: one thread owns the networks. */
public interface Aging {
    /** All faces of a photo, the largest first; empty if there is none. */
    List<DetectedFace> detect(Photo photo);

    /**
     * Ages one face.
     *
     * @param progress told of each iteration of the search, on the calling thread
     * @param stop asked between iterations
     * @throws CancellationException if {@code stop} said so
     */
    AgeStrip age(Photo photo, DetectedFace face, Search search, Consumer<SearchStep> progress, BooleanSupplier stop);

    /** The same networks for a film, frame by frame; belong to the same thread. */
    LiveNetworks live();
}
