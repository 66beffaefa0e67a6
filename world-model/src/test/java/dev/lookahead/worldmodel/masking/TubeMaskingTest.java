package dev.lookahead.worldmodel.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TubeMaskingTest {

  private static final TokenGrid GRID = new TokenGrid(4, 14, 14);
  private static final MaskSampler MASKS = TubeMasking.defaults().over(GRID);

  @Test
  void everyClipHasAShortRangeAndALongRangeViewOfOneSignature() {
    assertThat(MASKS.signatures()).hasSize(1);
    MaskSignature signature = MASKS.signatures().get(0);
    for (int step = 0; step < 100; step++) {
      assertThat(MASKS.signature(1, step)).isEqualTo(signature);
      List<Mask> views = MASKS.draw(1, step, 3);
      assertThat(views).extracting(Mask::counts).isEqualTo(signature.views());
      assertThat(MASKS.draw(1, step, 3)).isEqualTo(views);
    }
    assertThat(MASKS.draw(1, 0, 0)).isNotEqualTo(MASKS.draw(1, 0, 1));
  }

  @Test
  void whatIsHiddenIsHiddenForTheWholeClip() {
    for (int step = 0; step < 100; step++) {
      for (Mask view : MASKS.draw(2, step, 0)) {
        assertTube(view.context());
        assertTube(view.target(0));
        assertThat(Arrays.stream(view.context()).filter(i -> contains(view.target(0), i)))
            .isEmpty();
      }
    }
  }

  @Test
  void theLongRangeViewHidesMore() {
    MaskSignature signature = MASKS.signatures().get(0);
    MaskCounts shortRange = signature.views().get(0);
    MaskCounts longRange = signature.views().get(1);
    // 8 blocks of 15 % anywhere leave 0.85^8 = 27 %, fewer in the middle and more at the edges.
    assertThat(shortRange.context() / 784.0).isBetween(0.1, 0.35);
    assertThat(longRange.context()).isLessThan(shortRange.context());
    assertThat(longRange.perBlock() / 784.0).isGreaterThan(0.65);
  }

  @Test
  void everyPlaceIsHiddenSometimes() {
    int[] hidden = new int[196];
    for (int step = 0; step < 500; step++) {
      for (int token : MASKS.draw(3, step, 0).get(0).target(0)) {
        hidden[token % 196]++;
      }
    }
    assertThat(hidden).doesNotContain(0);
    // Left and right, top and bottom are alike.
    assertThat(hidden[0] + hidden[13])
        .isBetween((hidden[182] + hidden[195]) / 2, 2 * (hidden[182] + hidden[195]));
  }

  @Test
  void blocksThatAlwaysCoverThePictureAreRefused() {
    TubeMasking all =
        new TubeMasking(List.of(new TubeMasking.Kind(2, new Range(1, 1), new Range(1, 1))), 1);

    assertThatThrownBy(() -> all.over(GRID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a context of 0 tokens")
        .hasMessageContaining("at least 1 are needed");
  }

  @Test
  void aGridTooSmallForABlockIsRefused() {
    assertThatThrownBy(() -> TubeMasking.defaults().over(new TokenGrid(2, 2, 2)))
        .hasMessage("scale 0.15 of 2 x 2 tokens is less than one token; the grid is too small");
  }

  private static void assertTube(int[] tokens) {
    assertThat(tokens.length % 4).isZero();
    for (int token : tokens) {
      assertThat(contains(tokens, (token + 196) % 784)).isTrue();
    }
  }

  private static boolean contains(int[] tokens, int token) {
    return Arrays.binarySearch(tokens, token) >= 0;
  }
}
