package io.github.agefold.network.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Forward and backward pass of an {@link UpsampleConvolution}: the folded convolution, its phases woven into one image. */
final class UpsampleComputation extends ConvolutionComputation {
    private static final long serialVersionUID = 1L;
    private static final Conv2d FOLDED = new Conv2d(3, 1, true);

    private final transient PhaseKernel phases = new PhaseKernel();
    private transient INDArray folded;
    private transient INDArray foldedBias;
    private transient INDArray foldedTurned;

    UpsampleComputation(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    INDArray linear(INDArray in) {
        if (folded == null || !isFrozen()) {
            folded = phases.fold(weight());
            INDArray bias = bias();
            foldedBias = Nd4j.concat(0, bias, bias, bias, bias);
        }
        INDArray byPhase = FOLDED.forward(in, folded, foldedBias);
        INDArray woven =
                Nd4j.createUninitialized(in.dataType(), in.size(0), weight().size(0), 2 * in.size(2), 2 * in.size(3));
        rearrange("depth_to_space", byPhase, woven);
        return woven;
    }

    @Override
    void backward(
            INDArray in, INDArray linearGradient, INDArray inGradient, INDArray weightGradient, INDArray biasGradient) {
        INDArray foldedGradient = folded.ulike();
        INDArray foldedBiasGradient = foldedBias.ulike();
        FOLDED.backward(
                in, folded, foldedBias, byPhase(in, linearGradient), inGradient, foldedGradient, foldedBiasGradient);
        weightGradient.assign(phases.unfoldGradient(foldedGradient));
        biasGradient.assign(foldedBiasGradient
                .reshape(PhaseKernel.PHASES, biasGradient.length())
                .sum(0)
                .reshape(biasGradient.shape()));
    }

    @Override
    INDArray frozenBackward(INDArray in, INDArray linearGradient) {
        if (foldedTurned == null) {
            foldedTurned = Conv2d.turn(folded);
        }
        return FOLDED.inputGradient(byPhase(in, linearGradient), foldedTurned);
    }

    private INDArray byPhase(INDArray in, INDArray linearGradient) {
        INDArray byPhase = Nd4j.createUninitialized(in.dataType(), in.size(0), folded.size(0), in.size(2), in.size(3));
        rearrange("space_to_depth", linearGradient, byPhase);
        return byPhase;
    }

    private static void rearrange(String operation, INDArray from, INDArray to) {
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(from)
                .addOutputs(to)
                .addIntegerArguments(2, 0)
                .build());
    }
}
