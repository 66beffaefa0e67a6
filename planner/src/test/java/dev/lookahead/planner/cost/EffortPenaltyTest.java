package dev.lookahead.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.planner.Quadratic;
import dev.lookahead.worldmodel.ActionSequences;
import org.junit.jupiter.api.Test;

class EffortPenaltyTest {

  @Test
  void isZeroForNothingAndOneForFullCommand() {
    ActionSequences candidates = new ActionSequences(3, 2, 2);
    candidates.setCandidate(1, new float[] {-2, 10, 2, 10});
    candidates.setCandidate(2, new float[] {1, 0, 0, 5});
    float[] costs = new float[3];
    new EffortPenalty(Quadratic.SPACE).evaluate(candidates, costs);

    assertThat(costs).containsExactly(0, 1, (0.25f + 0.25f) / 4);
  }
}
