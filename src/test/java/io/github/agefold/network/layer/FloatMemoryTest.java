package io.github.agefold.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FloatMemoryTest {
    @Test
    void rowsOfAnArrayAreReadWhereTheyLie() {
        INDArray array = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        INDArray rows = array.get(NDArrayIndex.interval(1, 3), NDArrayIndex.all());
        FloatBuffer numbers = new FloatMemory(rows).bytes().asFloatBuffer();
        float[] read = new float[numbers.remaining()];
        numbers.get(read);
        assertThat(read).containsExactly(3, 4, 5, 6);

        array.putScalar(1, 0, 7);
        assertThat(numbers.get(0)).isEqualTo(7);
    }

    @Test
    void columnsAreRefusedForTheGapsBetweenThem() {
        INDArray column = Nd4j.zeros(3, 2).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 1));
        assertThatThrownBy(() -> new FloatMemory(column).bytes()).hasMessageContaining("without gaps");
    }

    @Test
    void doublePrecisionIsRefused() {
        INDArray doubles = Nd4j.zeros(DataType.DOUBLE, 3);
        assertThatThrownBy(() -> new FloatMemory(doubles)).hasMessageContaining("single precision");
    }
}
