package io.github.agefold.evaluation;

import io.github.agefold.age.AgeGroup;
import io.github.agefold.face.Face;
import io.github.agefold.latent.LatentSearch;
import io.github.agefold.latent.Search;
import io.github.agefold.network.Generator;
import io.github.agefold.prototype.Prototypes;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A way to make a person's face at six ages.
 *
 * @param id what data files call it
 * @param label what tables call it
 * @param columns makes the six faces
 */
record AgingMethod(String id, String label, Columns columns) {
    /** The id of the one that needs no generator. */
    static final String PROTOTYPE = "prototype";

    /** Makes six faces of one. */
    @FunctionalInterface
    interface Columns {
        /**
         * @param own the group that the face is in
         * @param stop asked now and then
         * @return [6, 3, 64, 64], youngest group first
         * @throws java.util.concurrent.CancellationException if {@code stop} said so
         */
        INDArray of(Face face, AgeGroup own, BooleanSupplier stop);
    }

    /** Age-cGAN by one of the searches for a likeness. */
    static AgingMethod of(Search search, LatentSearch latentSearch, Generator generator) {
        String id = search.name().toLowerCase(Locale.ROOT);
        String label = search == Search.Z0 || search == Search.TUNED ? id : "z*, " + id;
        return new AgingMethod(id, label, (face, own, stop) -> latentSearch
                .find(face, own, search, step -> {}, stop)
                .everyAge(generator));
    }

    /** Prototyping, the floor. */
    static AgingMethod of(Prototypes prototypes) {
        return new AgingMethod(PROTOTYPE, PROTOTYPE, (face, own, stop) -> prototypes.columns(face, own));
    }
}
