package dev.lookahead.sim.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.FrameSize;
import org.junit.jupiter.api.Test;

class TilingTest {

  private static final FrameSize SIZE = FrameSize.square(16);

  @Test
  void aTileCoversItsShareOfThePixelsAtItsEdges() {
    Viewport viewport = Viewport.stretched(SIZE, 0, 0, 16, 16);
    Tiling tiling = new Tiling(new double[] {2.25, 5}, new double[] {1, 3.5}, (i, j) -> true);
    float[] coverage = tiling.coverage(viewport);
    assertThat(coverage[16 + 1]).isZero();
    assertThat(coverage[16 + 2]).isEqualTo(0.75f);
    assertThat(coverage[16 + 3]).isEqualTo(1);
    assertThat(coverage[3 * 16 + 4]).isEqualTo(0.5f);
    assertThat(coverage[3 * 16 + 2]).isEqualTo(0.375f);
    assertThat(coverage[16 + 5]).isZero();
  }

  @Test
  void touchingTilesShowNoSeam() {
    Viewport viewport = Viewport.stretched(SIZE, 0, 0, 10, 10);
    Tiling tiling =
        new Tiling(new double[] {0, 3.3, 10}, new double[] {0, 7.1, 10}, (i, j) -> true);
    for (float share : tiling.coverage(viewport)) {
      assertThat(share).isCloseTo(1, within(1e-6f));
    }
  }

  @Test
  void worldsWithYUpAreDrawnUpsideUp() {
    Viewport viewport = Viewport.centred(SIZE, 4, 2);
    Tiling upperLeft = new Tiling(new double[] {-2, 0}, new double[] {1, 0}, (i, j) -> true);
    float[] coverage = upperLeft.coverage(viewport);
    assertThat(coverage[4 * 16]).isEqualTo(1);
    assertThat(coverage[7 * 16 + 7]).isEqualTo(1);
    assertThat(coverage[3 * 16]).isZero();
    assertThat(coverage[8 * 16]).isZero();
    assertThat(coverage[4 * 16 + 8]).isZero();
  }

  @Test
  void pixelCentresMapToTheWorldAndBack() {
    Viewport viewport = Viewport.centred(new FrameSize(20, 40), 10, 10);
    assertThat(viewport.centreX(0)).isEqualTo(-4.75);
    assertThat(viewport.centreY(0)).isEqualTo(9.75);
    assertThat(viewport.column(-4.75)).isEqualTo(0.5);
    assertThat(viewport.row(9.75)).isEqualTo(0.5);
  }
}
