package io.github.agefold.camera;

import io.github.agefold.photo.Photo;

/** Tells a camera that shows nothing but black from one that has just been switched on. */
final class Darkness {
    /** The brightest value of a black picture: sensors make some noise in the dark. */
    private static final int BRIGHTEST = 24;

    /** Not every byte is looked at; a step that is no multiple of 3 goes through all channels. */
    private static final int STEP = 31;

    private final long patience;
    private long since;
    private boolean dark;

    /** @param patience in milliseconds */
    Darkness(long patience) {
        this.patience = patience * 1_000_000;
    }

    /** Whether all frames up to this one have been black for longer than patience allows. */
    boolean lasts(Photo frame, long nanoseconds) {
        if (!isBlack(frame)) {
            dark = false;
            return false;
        }
        if (!dark) {
            dark = true;
            since = nanoseconds;
        }
        return nanoseconds - since > patience;
    }

    private static boolean isBlack(Photo frame) {
        byte[] rgb = frame.rgb();
        for (int i = 0; i < rgb.length; i += STEP) {
            if ((rgb[i] & 0xff) > BRIGHTEST) {
                return false;
            }
        }
        return true;
    }
}
