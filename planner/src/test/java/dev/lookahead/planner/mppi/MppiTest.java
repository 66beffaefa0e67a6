package dev.lookahead.planner.mppi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanIteration;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Quadratic;
import dev.lookahead.planner.Returned;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MppiTest {

  private static final int HORIZON = 6;

  @Test
  void approachesTheOptimumOfAQuadratic() {
    Plan plan = plan(config(40, 0.005f, 0.3f, 1));

    assertThat(plan.cost()).isLessThan(0.005f);
  }

  @Test
  void zeroTemperatureMovesTheMeanToTheBestCandidate() {
    Plan plan = plan(config(1, 1e-9f, 0.5f, 1));

    assertThat(plan.actions()).isEqualTo(plan.elites().get(0).actions());
  }

  @Test
  void anInfinitelyHotPlanIsTheMeanOfTheNoise() {
    Plan plan = plan(new MppiConfig(5_000, 5_000, 1, 1, 1e9f, 0.3f, 0, 0, 1, Returned.FINAL_MEAN));
    ActionSequence actions = plan.actions();
    for (int step = 0; step < HORIZON; step++) {
      assertThat(actions.get(step, 0)).isCloseTo(0, within(0.04f));
      assertThat(actions.get(step, 1)).isCloseTo(5, within(0.1f));
    }
  }

  @Test
  void noiseStaysAsWideAsItWasUnlessFitted() {
    Plan fixed = plan(config(5, 0.01f, 0.4f, 1));
    Plan fitted = plan(config(5, 0.01f, 0.4f, 0));

    assertThat(fixed.iterations()).extracting(PlanIteration::meanStd).containsOnly(0.4f);
    assertThat(fitted.iterations().get(4).meanStd()).isLessThan(0.2f);
  }

  private static Plan plan(MppiConfig config) {
    return new Mppi(config)
        .plan(
            PlanningProblem.of(new Quadratic(), Quadratic.SPACE, HORIZON),
            PlanningBudget.untimed(),
            new SplittableRandom(5),
            event -> {});
  }

  private static MppiConfig config(
      int iterations, float temperature, float std, float stdMomentum) {
    return new MppiConfig(
        200, 200, iterations, 1, temperature, std, 0, 0, stdMomentum, Returned.FINAL_MEAN);
  }
}
