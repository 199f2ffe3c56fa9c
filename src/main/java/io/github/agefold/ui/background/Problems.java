package io.github.agefold.ui.background;

import io.github.agefold.log.LogFolder;
import io.github.agefold.network.NativeMemory;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a user reads when something went wrong: what, and what to do. The log keeps the rest. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The sentence for a photo without a face, by the photo's name. */
    public static String noFace(String photo) {
        return "No face found in " + photo
                + ". Use a photo where a face looks towards the camera and is at least 40 pixels wide.";
    }

    /** The sentence for a failure; logs those that are not the user's to mend. */
    public static String sentence(Throwable problem) {
        if (NativeMemory.ranOut(problem)) {
            LOG.warn("out of memory", problem);
            return "There was not enough memory for this. Close other programs or use a smaller photo, then try again.";
        }
        if (problem instanceof IOException && problem.getMessage() != null) {
            return problem.getMessage();
        }
        LOG.error("unexpected", problem);
        String message = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return "Something unexpected went wrong (" + message + "). Try again; more is in " + LogFolder.words() + ".";
    }
}
