package dev.lookahead.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.planner.Quadratic;
import dev.lookahead.worldmodel.ActionSequences;
import org.junit.jupiter.api.Test;

class SmoothnessPenaltyTest {

  private final SmoothnessPenalty penalty = new SmoothnessPenalty(Quadratic.SPACE);

  @Test
  void isZeroForConstantAndOneForJumpingFromEndToEnd() {
    ActionSequences candidates = new ActionSequences(2, 3, 2);
    candidates.setCandidate(0, new float[] {1, 7, 1, 7, 1, 7});
    candidates.setCandidate(1, new float[] {-2, 10, 2, 0, -2, 10});
    float[] costs = new float[2];
    penalty.evaluate(candidates, costs);

    assertThat(costs).containsExactly(0, 1);
  }

  @Test
  void aSingleStepIsSmooth() {
    float[] costs = {7};
    penalty.evaluate(new ActionSequences(1, 1, 2), costs);

    assertThat(costs).containsExactly(0);
  }
}
