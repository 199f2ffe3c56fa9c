package io.github.agefold.camera;

import java.io.IOException;

/** What frames can come from. */
public interface FrameSource {
    /** What messages call it. */
    String name();

    /** Whether time passes by itself: a camera, whose frames are lost when nobody takes them. */
    boolean isDevice();

    /**
     * Opens it; the thread that does so reads and closes too.
     *
     * @throws IOException if it can't be opened; the message is one sentence for the user
     */
    Frames open() throws IOException;
}
