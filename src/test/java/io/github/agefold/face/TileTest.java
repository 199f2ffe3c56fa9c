package io.github.agefold.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileTest {
    @Test
    void wholePhotoLiesInTheMiddle() {
        assertThat(Tile.around(Samples.plain(40, 20), 1.5)).isEqualTo(new Tile(-10, -20, 60));
    }

    @Test
    void tilesReachFromEdgeToEdge() {
        assertThat(Tile.covering(Samples.plain(25, 10), 15))
                .containsExactly(new Tile(0, -2.5, 15), new Tile(10, -2.5, 15));
    }

    @Test
    void longPhotoGetsTilesThatOverlapByAThirdOrMore() {
        assertThat(Tile.covering(Samples.plain(40, 15), 15))
                .containsExactly(
                        new Tile(0, 0, 15), new Tile(25.0 / 3, 0, 15), new Tile(50.0 / 3, 0, 15), new Tile(25, 0, 15));
    }
}
