package dev.lookahead.planner.shooting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Quadratic;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomShootingTest {

  @Test
  void candidatesAreUniformInTheActionSpace() {
    double[] moments = new double[2];
    int[] count = {0};
    PlanningProblem problem =
        PlanningProblem.of(
            (candidates, costs) -> {
              for (int n = 1; n < costs.length; n++) {
                double grip = candidates.get(n, 0, 1);
                moments[0] += grip;
                moments[1] += grip * grip;
                count[0]++;
              }
            },
            Quadratic.SPACE,
            1);
    plan(problem, new RandomShootingConfig(1_000, 50, 1));
    double mean = moments[0] / count[0];

    assertThat(mean).isCloseTo(5, within(0.05));
    assertThat(moments[1] / count[0] - mean * mean).isCloseTo(100 / 12.0, within(0.1));
  }

  @Test
  void elitesAreTheBestOfAllIterations() {
    PlanningProblem problem = PlanningProblem.of(new Quadratic(), Quadratic.SPACE, 3);
    Plan plan = plan(problem, new RandomShootingConfig(50, 20, 1));

    assertThat(plan.elites().get(0).actions()).isEqualTo(plan.actions());
    assertThat(plan.elites()).hasSize(32);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new RandomShootingConfig(1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be from 2 to 100000, got 1");
    assertThat(RandomShootingConfig.defaults()).isEqualTo(new RandomShootingConfig(300, 30, 1));
  }

  private static Plan plan(PlanningProblem problem, RandomShootingConfig config) {
    return new RandomShooting(config)
        .plan(problem, PlanningBudget.untimed(), new SplittableRandom(2), event -> {});
  }
}
