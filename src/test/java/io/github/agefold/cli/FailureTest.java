package io.github.agefold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.agefold.dataset.DatasetException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void failureOfTheUsersIsSaidInItsOwnWords() {
        assertThat(Failure.sentence(new DatasetException("faces.zip has no usable face.")))
                .isEqualTo("faces.zip has no usable face.");
    }

    @Test
    void unforeseenFailureSaysWhereTheRestIs() {
        assertThat(Failure.sentence(new IllegalStateException("no room for z")))
                .isEqualTo("Something unforeseen happened (no room for z). More is in the console.");
    }

    @Test
    void libraryThatCannotBeLoadedIsSaidTheSameWay() {
        assertThat(Failure.sentence(new UnsatisfiedLinkError()))
                .isEqualTo("Something unforeseen happened (UnsatisfiedLinkError). More is in the console.");
    }
}
