package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every planner does with costs that are no numbers. */
class PlannerBrokenCostTest {

  private static final int HORIZON = 9;

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void candidatesWithoutAFiniteCostAreAvoided(Planner planner) {
    CandidateCost cost =
        (candidates, costs) -> {
          new Quadratic().evaluate(candidates, costs);
          for (int n = 0; n < costs.length; n++) {
            float speed = candidates.get(n, 0, 0);
            costs[n] = speed > 1.5f ? Float.NaN : speed > 1.2f ? Float.NEGATIVE_INFINITY : costs[n];
          }
        };
    Plan plan = plan(planner, problem(cost), 1);

    assertThat(plan.actions().get(0, 0)).isLessThanOrEqualTo(1.2f);
    assertThat(plan.evaluated()).isTrue();
    assertThat(plan.iterations().get(0).nonFinite()).isPositive();
    assertThat(plan.iterations()).allMatch(iteration -> Float.isFinite(iteration.meanCost()));
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void mostlyNonFiniteIterationsAreInvalidAndLeaveTheWarmStart(Planner planner) {
    CandidateCost broken =
        (candidates, costs) -> {
          Arrays.fill(costs, Float.NaN);
          costs[0] = -1;
        };
    ActionSequence warmStart = Quadratic.optimum(HORIZON);
    Plan plan = plan(planner, problem(broken).withWarmStart(warmStart), 1);

    assertThat(plan.status()).isEqualTo(PlanStatus.INVALID);
    assertThat(plan.actions()).isEqualTo(warmStart);
    assertThat(plan.evaluated()).isFalse();
    assertThat(plan.elites()).isEmpty();
    assertThat(plan.iterations()).noneMatch(PlanIteration::valid);
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void anInvalidIterationDoesNotTouchWhatAValidOneFound(Planner planner) {
    int[] call = {0};
    CandidateCost failing =
        (candidates, costs) -> {
          new Quadratic().evaluate(candidates, costs);
          if (call[0]++ > 0 && costs.length > 1) {
            Arrays.fill(costs, Float.NaN);
          }
        };
    Plan plan = plan(planner, problem(failing), 1);

    assertThat(plan.status()).isEqualTo(PlanStatus.COMPLETED);
    assertThat(plan.evaluated()).isTrue();
    assertThat(plan.iterations().get(0).valid()).isTrue();
    assertThat(plan.iterations().get(1).valid()).isFalse();
    assertThat(plan.elites()).isNotEmpty();
  }

  private static PlanningProblem problem(CandidateCost cost) {
    return PlanningProblem.of(cost, Quadratic.SPACE, HORIZON);
  }

  private static Plan plan(Planner planner, PlanningProblem problem, long seed) {
    return planner.plan(problem, PlanningBudget.untimed(), new SplittableRandom(seed), event -> {});
  }
}
