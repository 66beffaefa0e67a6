package dev.lookahead.worldmodel.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MultiBlockMaskingTest {

  private static final TokenGrid GRID = TokenGrid.picture(14, 14);
  private static final MaskSampler MASKS = MultiBlockMasking.defaults().over(GRID);

  @Test
  void aMaskIsAPureFunctionOfSeedStepAndSample() {
    MaskSampler again = MultiBlockMasking.defaults().over(GRID);
    Set<Mask> different = new HashSet<>();
    for (int step = 0; step < 20; step++) {
      for (int sample = 0; sample < 4; sample++) {
        assertThat(again.draw(3, step, sample)).isEqualTo(MASKS.draw(3, step, sample));
        different.addAll(MASKS.draw(3, step, sample));
        different.addAll(MASKS.draw(4, step, sample));
      }
    }
    assertThat(different).hasSize(160);
  }

  @Test
  void everySampleOfAStepHasTheSignatureOfTheStepWhichIsOneOfAFew() {
    assertThat(MASKS.signatures()).hasSizeBetween(2, 24).doesNotHaveDuplicates();
    for (int step = 0; step < 200; step++) {
      MaskSignature signature = MASKS.signature(1, step);
      assertThat(MASKS.signatures()).contains(signature);
      for (int sample = 0; sample < 4; sample++) {
        assertThat(MASKS.draw(1, step, sample))
            .singleElement()
            .extracting(Mask::counts)
            .isEqualTo(signature.views().get(0));
      }
    }
  }

  @Test
  void noContextTokenIsInAnyTarget() {
    for (int step = 0; step < 300; step++) {
      Mask mask = MASKS.draw(5, step, 0).get(0);
      Set<Integer> hidden = new HashSet<>();
      for (int block = 0; block < mask.blocks(); block++) {
        Arrays.stream(mask.target(block)).forEach(hidden::add);
      }
      assertThat(Arrays.stream(mask.context()).filter(hidden::contains)).isEmpty();
      assertThat(mask.context()).doesNotHaveDuplicates().isSorted();
      assertThat(mask.context().length).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void targetsAreFourRectanglesOfThePublishedScaleAndAspect() {
    double scales = 0;
    double logAspects = 0;
    int steps = 2000;
    for (int step = 0; step < steps; step++) {
      Mask mask = MASKS.draw(7, step, 0).get(0);
      assertThat(mask.blocks()).isEqualTo(4);
      Rectangle first = Rectangle.of(mask.target(0));
      for (int block = 0; block < 4; block++) {
        Rectangle rectangle = Rectangle.of(mask.target(block));
        assertThat(rectangle.tokens()).isEqualTo(mask.target(block).length);
        assertThat(rectangle.rows()).isEqualTo(first.rows());
        assertThat(rectangle.columns()).isEqualTo(first.columns());
      }
      double scale = first.tokens() / 196.0;
      // Rounding both sides moves a block of about 34 tokens by at most one row or column.
      assertThat(scale).isBetween(0.15 * 0.8, 0.2 * 1.2);
      assertThat((double) first.rows() / first.columns()).isBetween(0.62, 1.8);
      scales += scale / steps;
      logAspects += Math.log((double) first.rows() / first.columns()) / steps;
    }
    assertThat(scales).isCloseTo(0.175, within(0.006));
    // The mean of log a for a uniform in [0.75, 1.5].
    assertThat(logAspects).isCloseTo(0.0986, within(0.03));
  }

  @Test
  void everyPlaceOfATargetIsAlikeTheLastRowAndColumnIncluded() {
    MaskSampler square =
        new MultiBlockMasking(1, new Range(0.25, 0.25), new Range(1, 1), new Range(1, 1), 4)
            .over(TokenGrid.picture(8, 8));
    int[] tops = new int[5];
    int[] lefts = new int[5];
    int draws = 10_000;
    for (int step = 0; step < draws; step++) {
      Rectangle block = Rectangle.of(square.draw(2, step, 0).get(0).target(0), 8);
      tops[block.top()]++;
      lefts[block.left()]++;
    }
    // Five standard deviations of a binomial with one in five.
    int tolerance = (int) (5 * Math.sqrt(draws * 0.2 * 0.8));
    for (int i = 0; i < 5; i++) {
      assertThat(tops[i]).isCloseTo(draws / 5, within(tolerance));
      assertThat(lefts[i]).isCloseTo(draws / 5, within(tolerance));
    }
  }

  @Test
  void theContextKeepsNearlyAllThatTheTargetsLeave() {
    double seen = 0;
    int steps = 1000;
    for (int step = 0; step < steps; step++) {
      seen += MASKS.draw(9, step, 0).get(0).context().length / (196.0 * steps);
    }
    // 0.925 (1 - 0.175)^4 = 0.43 of the grid if blocks fell anywhere; cut to what 31 of 32 draws
    // reach.
    assertThat(seen).isBetween(0.27, 0.45);
  }

  @Test
  void aGridTooSmallForATargetIsRefused() {
    assertThatThrownBy(() -> MultiBlockMasking.defaults().over(TokenGrid.picture(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "targetScale 0.15 of 2 x 3 tokens is less than one token; the grid is too small");
  }

  @Test
  void masksThatLeaveNoContextAreRefusedWithBothValues() {
    MultiBlockMasking greedy =
        new MultiBlockMasking(4, new Range(0.9, 1), new Range(1, 1), new Range(0.85, 1), 10);

    assertThatThrownBy(() -> greedy.over(GRID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a context of 0 tokens")
        .hasMessageContaining("at least 10 are needed");
  }

  @Test
  void aClipIsRefused() {
    assertThatThrownBy(() -> MultiBlockMasking.defaults().over(new TokenGrid(2, 14, 14)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one tubelet, got 2");
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(
            () ->
                new MultiBlockMasking(
                    0, new Range(0.15, 0.2), new Range(1, 1), new Range(0.85, 1), 10))
        .hasMessage("targets must be 1 to 64, got 0");
    assertThatThrownBy(
            () ->
                new MultiBlockMasking(
                    4, new Range(0.15, 1.2), new Range(1, 1), new Range(0.85, 1), 10))
        .hasMessage("targetScale is a share of the grid, at most 1, got max 1.2");
    assertThatThrownBy(() -> new Range(0.3, 0.2))
        .hasMessageContaining("0.3")
        .hasMessageContaining("0.2");
  }
}
