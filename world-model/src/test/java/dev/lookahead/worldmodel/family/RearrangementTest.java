package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class RearrangementTest {

  @Test
  void aPatchKernelReadsPixelsInFrameOrder() {
    // One unit, three channels, two pixels: channel c of pixel p is 10 c + p.
    HostTensor kernel = HostTensor.of(Shape.of(1, 3, 1, 2), 0, 1, 10, 11, 20, 21);
    Shape own = Shape.of(1, 6);
    assertThat(Rearrangement.CHANNELS_LAST.fits(List.of(1L, 3L, 1L, 2L), own, 1, 0)).isTrue();
    assertThat(Rearrangement.CHANNELS_LAST.apply(List.of(kernel), own).toArray())
        .containsExactly(0, 10, 20, 1, 11, 21);
  }

  @Test
  void mapsStandBelowEachOther() {
    HostTensor queries = HostTensor.of(Shape.of(1, 2), 1, 2);
    HostTensor keys = HostTensor.of(Shape.of(1, 2), 3, 4);
    Shape own = Shape.of(2, 2);
    assertThat(Rearrangement.ROWS.fits(List.of(1L, 2L), own, 2, 1)).isTrue();
    assertThat(Rearrangement.ROWS.fits(List.of(2L, 2L), own, 2, 1)).isFalse();
    assertThat(Rearrangement.ROWS.apply(List.of(queries, keys), own).toArray())
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void theClsTokenTakesItsPositionAlong() {
    HostTensor cls = HostTensor.of(Shape.of(1, 1, 2), 1, 2);
    HostTensor positions = HostTensor.of(Shape.of(1, 3, 2), 10, 20, 30, 40, 50, 60);
    assertThat(
            Rearrangement.CLS_IN_PLACE.apply(List.of(cls, positions), Shape.of(1, 1, 2)).toArray())
        .containsExactly(11, 22);
    assertThat(Rearrangement.WITHOUT_CLS.apply(List.of(positions), Shape.of(2, 2)).toArray())
        .containsExactly(30, 40, 50, 60);
    assertThat(Rearrangement.WITHOUT_CLS.fits(List.of(1L, 4L, 2L), Shape.of(2, 2), 1, 0)).isFalse();
  }

  @Test
  void extentsOfOneComeAndGo() {
    assertThat(Rearrangement.RESHAPED.fits(List.of(2L, 1L, 1L, 4L), Shape.of(2, 4), 1, 0)).isTrue();
    assertThat(Rearrangement.RESHAPED.fits(List.of(4L, 2L), Shape.of(2, 4), 1, 0)).isFalse();
  }
}
