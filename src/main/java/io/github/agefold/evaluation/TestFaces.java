package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.TrainingFaces;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The faces that are measured, and others of the same part that they are held against. No face that the weights were trained on is among
 * them: sets hold some pictures twice, under two names that fall into two parts.
 *
 * @param chosen what every table is over, youngest group first
 * @param others as many again, where the part has them left: what real faces look like, for the kernel distance
 * @param trainedOn what was left out because the weights had learned from it
 */
record TestFaces(List<LabelledFace> chosen, List<LabelledFace> others, List<LabelledFace> trainedOn) {
    /** With a larger share of training faces than this, the part is not one that was kept from training. */
    private static final double MOST_TRAINED_ON = 0.1;

    /**
     * Draws a sixth of the limit from each group, or all of a group that is smaller; all faces if the limit is 0.
     *
     * @param known what the weights were trained on; null if they do not tell
     * @throws DatasetException if training saw more of the part than a few doubles, or nothing is left
     */
    static TestFaces choose(List<LabelledFace> part, @Nullable TrainingFaces known, EvaluationOptions options)
            throws DatasetException {
        List<LabelledFace> trainedOn = known == null
                ? List.of()
                : part.stream().filter(known::contains).toList();
        if (trainedOn.size() > MOST_TRAINED_ON * part.size()) {
            throw new DatasetException("These weights were trained on " + trainedOn.size() + " of the " + part.size()
                    + " faces, " + trainedOn.get(0).name()
                    + " among them: figures on them would say nothing. Measure on"
                    + " the validation or test part of the set that they were trained on, or on another set.");
        }
        List<LabelledFace> faces =
                part.stream().filter(f -> !trainedOn.contains(f)).toList();
        if (options.limit() == 0) {
            return new TestFaces(faces, List.of(), trainedOn);
        }
        List<LabelledFace> chosen = new ArrayList<>();
        List<LabelledFace> others = new ArrayList<>();
        int share = options.limit() / AgeGroup.COUNT;
        for (AgeGroup group : AgeGroup.ALL) {
            List<LabelledFace> members = new ArrayList<>(
                    faces.stream().filter(f -> f.group() == group).toList());
            Collections.shuffle(members, new Random(options.seed()));
            chosen.addAll(members.subList(0, Math.min(share, members.size())));
            others.addAll(members.subList(Math.min(share, members.size()), Math.min(2 * share, members.size())));
        }
        return new TestFaces(chosen, others, trainedOn);
    }

    /** SHA-256 of the chosen faces' names and pixels, in order: two evaluations of one hash measured the same faces. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LabelledFace face : chosen) {
                digest.update(face.name().getBytes(StandardCharsets.UTF_8));
                digest.update(face.pixels());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
