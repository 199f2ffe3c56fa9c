package io.github.agefold.evaluation;

import io.github.agefold.dataset.Split;

/** Which faces of a data set are measured on. */
public enum Part {
    /** The part that runs are watched on. */
    VALIDATION,
    /** The part for final figures. */
    TEST,
    /** Every face: for a set that was kept from training as a whole. */
    ALL;

    /** Whether a face of this file name is in the part. */
    public boolean holds(String name) {
        return switch (this) {
            case VALIDATION -> Split.of(name) == Split.VALIDATION;
            case TEST -> Split.of(name) == Split.TEST;
            case ALL -> true;
        };
    }
}
