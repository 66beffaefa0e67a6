package dev.lookahead.worldmodel.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomMaskingTest {

  private static final TokenGrid GRID = TokenGrid.picture(8, 8);

  @Test
  void contextAndTargetAreTheWholeGrid() {
    MaskSampler masks = new RandomMasking(0.6).over(GRID);
    for (int step = 0; step < 50; step++) {
      Mask mask = masks.draw(1, step, 2).get(0);
      assertThat(mask.counts()).isEqualTo(new MaskCounts(26, 1, 38));
      assertThat(IntStream.concat(IntStream.of(mask.context()), IntStream.of(mask.target(0))))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 64).boxed().toList());
    }
  }

  @Test
  void everyPlaceIsHiddenAsOften() {
    MaskSampler masks = new RandomMasking(0.5).over(GRID);
    int[] hidden = new int[64];
    int draws = 4000;
    for (int step = 0; step < draws; step++) {
      for (int token : masks.draw(1, step, 0).get(0).target(0)) {
        hidden[token]++;
      }
    }
    assertThat(hidden)
        .satisfies(
            counts ->
                IntStream.of(counts)
                    .forEach(
                        count ->
                            assertThat(count)
                                .isCloseTo(draws / 2, within((int) (5 * Math.sqrt(draws) / 2)))));
  }

  @Test
  void maskingAllOrNothingIsRefusedWithBothValues() {
    assertThatThrownBy(() -> new RandomMasking(0.99).over(TokenGrid.picture(2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "hiding 0.99 of 2 x 2 places hides 4 and leaves a context of 0, both must be at least 1");
    assertThatThrownBy(() -> new RandomMasking(1)).hasMessage("hidden must be in (0, 1), got 1.0");
  }
}
