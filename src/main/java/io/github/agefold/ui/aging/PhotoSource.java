package io.github.agefold.ui.aging;

import io.github.agefold.photo.Photo;
import java.io.IOException;

/** Where a photo comes from: a file, or a picture from the clipboard. */
@FunctionalInterface
public interface PhotoSource {
    /**
     * Reads it; called behind the window, again if the user tries again.
     *
     * @throws IOException if it is no readable photo; the message is one sentence for the user
     */
    Photo read() throws IOException;
}
