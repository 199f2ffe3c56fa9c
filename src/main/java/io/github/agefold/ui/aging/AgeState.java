package io.github.agefold.ui.aging;

/** Where the page is between a photo and its strip. */
public enum AgeState {
    /** No photo yet. */
    EMPTY,
    /** The photo is being read. */
    READING,
    /** Faces are looked for; before that, the networks may still be loading. */
    DETECTING,
    /** Several faces: the user chooses one, the largest is preselected. */
    CHOOSING,
    /** The latent vector is searched and the columns are made. */
    AGEING,
    /** The user stopped it; it can be started again. */
    CANCELLED,
    /** The strip is there. */
    FINISHED,
    /** It went wrong; {@link AgeModel#problemProperty()} says how. */
    FAILED
}
