package io.github.agefold.evaluation;

import io.github.agefold.dataset.DatasetException;
import io.github.agefold.dataset.FaceReader;
import io.github.agefold.dataset.FaceSet;
import io.github.agefold.dataset.LabelledFace;
import io.github.agefold.dataset.PhotoFraming;
import io.github.agefold.weights.WeightsFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation from the data to the report's folder: what the command and the page both do.
 *
 * @param data see {@link FaceReader}
 * @param weights folder of the weights to measure
 * @param pairs folder of photos whose persons are known, see {@link VerificationPairs}, for the judges' thresholds; null for their own
 * @param out where report.json and report.html go, over older ones
 */
public record EvaluationJob(Path data, Path weights, @Nullable Path pairs, Path out, EvaluationOptions options) {

    /**
     * Reads, measures and writes. Until all is measured, nothing is written.
     *
     * @param progress told how far it is, on the calling thread
     * @param stop asked a few times a second
     * @throws IOException if the data or the weights cannot be used, or the report cannot be written; one sentence for the user
     * @throws java.util.concurrent.CancellationException if {@code stop} said so
     */
    public EvaluationReport run(Consumer<EvaluationProgress> progress, BooleanSupplier stop) throws IOException {
        if (!Files.exists(data)) {
            throw new DatasetException(data + " is not there. Name a folder or a zip of faces.");
        }
        EvaluationNetworks networks = EvaluationNetworks.load(WeightsFolder.shipped(), weights);
        FaceSet faces = FaceReader.shipped()
                .only(options.split()::holds)
                .read(data, (read, all) -> progress.accept(new EvaluationProgress("reading faces", read, all)), stop);
        EvaluationResult result =
                Evaluation.run(networks, judges(networks, progress, stop), faces, options, progress, stop);
        EvaluationReport report = new EvaluationReport(
                new EvaluationReport.Run(
                        version(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        options,
                        data.toString(),
                        result.faces().chosen().size(),
                        result.faces().hash(),
                        faces.refused(),
                        result.faces().trainedOn().stream()
                                .map(LabelledFace::name)
                                .toList(),
                        weights.toString(),
                        networks.hashes(),
                        networks.trainedOn() != null,
                        result.seconds()),
                result.judges(),
                result.real(),
                result.methods());
        ReportFolder.write(out, report, result.examples());
        return report;
    }

    private List<Judge> judges(EvaluationNetworks networks, Consumer<EvaluationProgress> progress, BooleanSupplier stop)
            throws IOException {
        if (pairs == null) {
            return networks.judges();
        }
        PhotoFraming framing = PhotoFraming.load(WeightsFolder.open(WeightsFolder.shipped()));
        return new PairThresholds(networks, framing)
                .set(networks.judges(), VerificationPairs.read(pairs), progress, stop);
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = EvaluationJob.class.getResourceAsStream("/io/github/agefold/version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
