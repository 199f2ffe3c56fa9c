package io.github.agefold.network.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * libnd4j's matrix product, called directly. ND4J's own goes to OpenBLAS, which is slower on one row as on many; worse, its threads
 * and the OpenMP ones of all other operations wait actively for work, and on few cores they keep it from each other.
 */
public final class MatrixProduct {
    private MatrixProduct() {}

    /** A B, in C order. */
    public static INDArray of(INDArray a, INDArray b) {
        return multiply(a, false, b, false, result(a, a.size(0), b.size(1)));
    }

    /** A B', in C order. */
    public static INDArray ofTransposedSecond(INDArray a, INDArray b) {
        return multiply(a, false, b, true, result(a, a.size(0), b.size(0)));
    }

    /** A' B into an array that is there already, in C order. */
    static void ofTransposedFirst(INDArray a, INDArray b, INDArray result) {
        multiply(a, true, b, false, result);
    }

    private static INDArray result(INDArray like, long rows, long columns) {
        return Nd4j.createUninitialized(like.dataType(), new long[] {rows, columns}, 'c');
    }

    private static INDArray multiply(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(a, b)
                .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
                .addOutputs(result)
                .build());
        return result;
    }
}
