package io.github.agefold.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation found, in the form of report.json. Shares are from 0 to 1; what could not be measured is null.
 *
 * @param run what was measured, when and with what
 * @param judges the recognisers and their thresholds
 * @param real what the estimator and the detector say of the real faces
 * @param methods a method each, in the order of the tables
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvaluationReport(Run run, List<Judge> judges, Real real, List<Method> methods) {

    /**
     * What was measured.
     *
     * @param data the set's place
     * @param faces how many faces were measured
     * @param facesHash SHA-256 of these faces, see {@link TestFaces#hash}
     * @param refused pictures of the part that could not be read, and why: no face of theirs is in the tables
     * @param trainedOn faces of the part that were left out because the weights had been trained on them
     * @param weights the folder
     * @param weightsHashes SHA-256 of each weights file
     * @param trainedOnKnown whether the weights tell what they were trained on; if they do, none of the measured faces is among that
     */
    public record Run(
            String version,
            String created,
            EvaluationOptions options,
            String data,
            int faces,
            String facesHash,
            Map<String, String> refused,
            List<String> trainedOn,
            String weights,
            Map<String, String> weightsHashes,
            boolean trainedOnKnown,
            double seconds) {}

    /**
     * The real faces.
     *
     * @param found share in which the detector finds a face
     * @param meanAbsoluteError of the estimated age, in years
     * @param groups the estimator's own bias in each group
     * @param kernelDistance of these faces from other real ones: what chance alone makes of it
     */
    public record Real(
            AgeFigures age,
            double found,
            double meanAbsoluteError,
            List<Group> groups,
            @Nullable Double kernelDistance) {}

    /** Mean true and estimated age of a group's real faces, in years. */
    public record Group(String group, int faces, double age, double estimatedAge, double accuracy) {}

    /**
     * One way of ageing.
     *
     * @param failures faces that it made nothing of; they count as not accepted
     * @param reconstruction by each judge, at the person's own age
     * @param psnr of the reconstructions, in dB
     * @param sharpness of all columns, as a share of the real faces'
     * @param kernelDistance of all columns from real faces, see {@link KernelDistance}
     * @param drop real faces' age accuracy less this one's
     * @param columns a target age each
     * @param split the same by what the set tells of the persons
     */
    public record Method(
            String id,
            String label,
            double secondsPerFace,
            int failures,
            Map<String, Acceptance> reconstruction,
            @Nullable Double psnr,
            @Nullable Double sharpness,
            @Nullable Double kernelDistance,
            AgeFigures age,
            double drop,
            List<Column> columns,
            List<Attribute> split) {}

    /**
     * What a judge says.
     *
     * @param samePerson share of the faces accepted at the judge's threshold for one person
     * @param crossAge share accepted at its threshold for one person at two ages
     * @param meanDistance over the faces in which there is a face
     */
    public record Acceptance(double samePerson, double crossAge, @Nullable Double meanDistance) {}

    /**
     * One target age, over all faces.
     *
     * @param found share in which the detector finds a face
     * @param estimatedAge mean, in years
     * @param inGroup share that looks the wanted age
     * @param acceptance by each judge
     * @param both by each judge, the share that looks the wanted age and is accepted across ages: a strip that does its work
     */
    public record Column(
            String group,
            double found,
            @Nullable Double estimatedAge,
            double inGroup,
            Map<String, Acceptance> acceptance,
            Map<String, Double> both) {}

    /**
     * The faces that share an attribute.
     *
     * @param attribute such as "gender"
     * @param value such as "female"
     * @param realAgeError the estimator's mean absolute error on their photos, in years
     * @param reconstructed by each judge, share of the reconstructions accepted
     * @param both by each judge, see {@link Column}, mean over the columns
     * @param inGroup share of all columns that look the wanted age
     * @param meanMiss years by which these miss it
     */
    public record Attribute(
            String attribute,
            String value,
            int faces,
            double realAgeError,
            Map<String, Double> reconstructed,
            Map<String, Double> both,
            double inGroup,
            @Nullable Double meanMiss) {}
}
