package io.github.agefold.live;

/** Whose strips are shown. */
public enum Following {
    /** One face: the largest, or the one that was chosen. */
    ONE,
    /** Up to {@link FaceTracker#MOST_FACES}. */
    ALL
}
