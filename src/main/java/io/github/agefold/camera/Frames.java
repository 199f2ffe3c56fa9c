package io.github.agefold.camera;

import io.github.agefold.photo.Photo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An open source of frames. Belongs to one thread. */
public interface Frames extends AutoCloseable {
    /**
     * Waits for the next frame.
     *
     * @return a copy; null when a film has ended
     * @throws IOException if a device stopped giving frames; the message is one sentence for the user
     */
    @Nullable
    Photo next() throws IOException;

    /** Frames a second that a film is meant to be shown at; of a device, what it says of itself. */
    double rate();

    /** Lets go of the device or file. */
    @Override
    void close();
}
