package io.github.agefold.dataset;

import java.nio.file.Path;

/**
 * A picture file and how old the person in it is.
 *
 * @param name what the face is called from now on; it decides the {@link Split}
 * @param age in years
 * @param file may lie in a zip
 */
record LabelledPicture(String name, int age, Path file) {
    /** More years than anybody has. */
    static final int OLDEST = 120;
}
