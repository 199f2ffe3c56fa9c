package io.github.agefold.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The article's networks, parameter for parameter (batch norm's running averages counted, as Keras counts). */
class ParameterCountTest {
    @Test
    void generatorHasTheArticlesParameters() {
        assertThat(Generator.create(1, 1e-4, 0.2).graph().numParams()).isEqualTo(34_885_251);
    }

    @Test
    void discriminatorHasTheArticlesParameters() {
        assertThat(Discriminator.create(1, 1e-4).graph().numParams()).isEqualTo(1_569_665);
    }

    @Test
    void encoderHasTheArticlesParameters() {
        assertThat(Encoder.create(1, 1e-4).graph().numParams()).isEqualTo(18_287_268);
    }
}
