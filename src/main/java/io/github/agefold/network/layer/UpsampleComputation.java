package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Forward and backward pass of an {@link UpsampleConvolution}: the folded convolution, its phases woven into one image. */
@SuppressWarnings("NullAway.Init") // the forward pass fills what the backward pass reads
final class UpsampleComputation extends ConvolutionComputation {
    private static final long serialVersionUID = 1L;

    private transient INDArray folded;
    private transient INDArray foldedBias;
    private transient INDArray byPhase;

    UpsampleComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    ConvolutionPlan.Geometry geometry() {
        return geometry(PhaseKernel.FOLDED_SIDE, false);
    }

    @Override
    INDArray forward(INDArray in) {
        if (folded == null || !isFrozen()) {
            folded = PhaseKernel.fold(weight());
            foldedBias = Nd4j.concat(0, bias(), bias(), bias(), bias());
        }
        byPhase = plan(in, folded.size(0)).forward(in, folded, foldedBias, isFrozen());
        INDArray woven = Nd4j.createUninitialized(
                in.dataType(), new long[] {in.size(0), weight().size(0), 2 * in.size(2), 2 * in.size(3)}, 'c');
        PhaseWeave.weave(byPhase, woven);
        return woven;
    }

    @Override
    void takeGradient(ConvolutionPlan plan, INDArray outGradient) {
        // the plan has laid its output out for itself, so its array is free
        PhaseWeave.unweave(outGradient, byPhase);
        plan.backward(byPhase);
    }

    @Override
    void weightGradient(ConvolutionPlan plan, INDArray ofWeight, INDArray ofBias) {
        INDArray foldedGradient = folded.ulike();
        INDArray foldedBiasGradient = Nd4j.createUninitialized(ofBias.dataType(), folded.size(0));
        plan.weightGradient(foldedGradient, foldedBiasGradient);
        PhaseKernel.unfoldGradient(foldedGradient, ofWeight);
        ofBias.assign(foldedBiasGradient
                .reshape(PhaseKernel.PHASES, ofBias.length())
                .sum(0)
                .reshape(ofBias.shape()));
    }
}
