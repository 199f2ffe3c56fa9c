package io.github.agefold.network.layer;

import io.github.agefold.network.layer.OneDnn.Step;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** (Leaky) ReLU done by the primitive before it. Its slope is that below zero; 1 stands for none. */
final class Rectifier {
    /** The slope of what is no (leaky) ReLU. */
    static final float NONE = 1;

    private Rectifier() {}

    static float slope(IActivation activation) {
        if (activation instanceof ActivationReLU) {
            return 0;
        }
        return activation instanceof ActivationLReLU leaky ? (float) leaky.getAlpha() : NONE;
    }

    /** Whether the activation is one that has to be worked out after the primitive. */
    static boolean leaves(IActivation activation) {
        return slope(activation) == NONE && !(activation instanceof ActivationIdentity);
    }

    /** What makes a primitive rectify its output. */
    static primitive_attr after(float slope) {
        primitive_attr attributes = new primitive_attr();
        if (slope != NONE) {
            post_ops operations = new post_ops();
            operations.append_eltwise(dnnl.algorithm.eltwise_relu, slope, 0);
            attributes.set_post_ops(operations);
        }
        return attributes;
    }

    /**
     * Takes a gradient at the output to one before the rectifier, in place; null where there is none.
     *
     * @param out the rectified output: its sign is that of the input, so it is enough
     * @param gradient in the same order
     */
    static @Nullable Step derivative(float slope, memory out, memory gradient) {
        if (slope == NONE) {
            return null;
        }
        memory.desc desc = out.get_desc();
        dnnl.algorithm algorithm = dnnl.algorithm.eltwise_relu_use_dst_for_bwd;
        eltwise_forward.primitive_desc forward = new eltwise_forward.primitive_desc(
                OneDnn.engine(),
                dnnl.prop_kind.forward_training,
                algorithm,
                desc,
                desc,
                slope,
                new primitive_attr(),
                false);
        return new Step(new eltwise_backward(new eltwise_backward.primitive_desc(
                        OneDnn.engine(), algorithm, desc, desc, desc, slope, forward)))
                .with(dnnl.DNNL_ARG_DST, out)
                .with(dnnl.DNNL_ARG_DIFF_DST, gradient)
                .with(dnnl.DNNL_ARG_DIFF_SRC, gradient);
    }
}
