package dev.lookahead.planner.cem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanIteration;
import dev.lookahead.planner.PlanStatus;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Quadratic;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CemTest {

  private static final int HORIZON = 8;

  @Test
  void findsTheOptimumOfAQuadratic() {
    Plan plan = plan(config(30, 0, 0, Returned.BEST_SEEN));
    ActionSequence optimum = Quadratic.optimum(HORIZON);

    for (int step = 0; step < HORIZON; step++) {
      assertThat(plan.actions().get(step, 0)).isCloseTo(optimum.get(step, 0), within(0.02f));
      assertThat(plan.actions().get(step, 1)).isCloseTo(optimum.get(step, 1), within(0.05f));
    }
  }

  @Test
  void returnsTheFinalMeanIfAsked() {
    Plan plan = plan(config(30, 0, 0, Returned.FINAL_MEAN));

    assertThat(plan.cost()).isLessThan(1e-4f);
    assertThat(plan.actions()).isNotEqualTo(plan.elites().get(0).actions());
  }

  @Test
  void aFinalMeanWithoutAFiniteCostGivesWayToTheBestCandidate() {
    PlanningProblem problem =
        PlanningProblem.of(
            (candidates, costs) -> {
              new Quadratic().evaluate(candidates, costs);
              costs[0] = costs.length == 1 ? Float.NaN : costs[0];
            },
            Quadratic.SPACE,
            HORIZON);
    Plan plan =
        new Cem(config(5, 0, 0, Returned.FINAL_MEAN))
            .plan(problem, PlanningBudget.untimed(), new SplittableRandom(1), event -> {});

    assertThat(plan.actions()).isEqualTo(plan.elites().get(0).actions());
    assertThat(plan.evaluated()).isTrue();
  }

  @Test
  void returnsTheBestCandidateOfAllIterations() {
    Plan plan = plan(config(5, 0.3f, 0, Returned.BEST_SEEN));
    double least =
        plan.iterations().stream().mapToDouble(PlanIteration::bestCost).min().orElseThrow();

    assertThat(plan.cost()).isEqualTo((float) least);
  }

  @Test
  void candidateZeroIsTheMeanOfEveryIteration() {
    List<float[]> zeros = new ArrayList<>();
    PlanningProblem problem =
        PlanningProblem.of(
            (candidates, costs) -> {
              zeros.add(candidates.candidate(0));
              new Quadratic().evaluate(candidates, costs);
            },
            Quadratic.SPACE,
            HORIZON);
    new Cem(config(10, 0, 0, Returned.BEST_SEEN))
        .plan(problem, PlanningBudget.untimed(), new SplittableRandom(1), event -> {});

    assertThat(zeros.get(0)).containsOnly(0, 5);
    assertThat(zeros.get(9)[0]).isCloseTo(Quadratic.optimum(HORIZON).get(0, 0), within(0.2f));
  }

  @Test
  void convergesOnceTheDistributionIsNarrow() {
    Plan plan = plan(config(100, 0, 0.05f, Returned.BEST_SEEN));
    List<PlanIteration> iterations = plan.iterations();

    assertThat(plan.status()).isEqualTo(PlanStatus.CONVERGED);
    assertThat(iterations.size()).isLessThan(100);
    assertThat(iterations.get(iterations.size() - 1).meanStd()).isLessThanOrEqualTo(0.05f);
    assertThat(iterations.get(iterations.size() - 2).meanStd()).isGreaterThan(0.05f);
  }

  @Test
  void standardDeviationShrinksTowardItsFloor() {
    List<PlanIteration> iterations = plan(config(40, 0.1f, 0, Returned.BEST_SEEN)).iterations();

    assertThat(iterations.get(0).meanStd()).isBetween(0.3f, 0.9f);
    assertThat(iterations.get(39).meanStd()).isCloseTo(0.1f, within(1e-3f));
  }

  private static Plan plan(CemConfig config) {
    return new Cem(config)
        .plan(
            PlanningProblem.of(new Quadratic(), Quadratic.SPACE, HORIZON),
            PlanningBudget.untimed(),
            new SplittableRandom(9),
            event -> {});
  }

  private static CemConfig config(
      int iterations, float minStd, float convergedStd, Returned returned) {
    return new CemConfig(
        100,
        10,
        iterations,
        1,
        1,
        minStd,
        0,
        0.1f,
        convergedStd,
        Bounds.CLAMP,
        returned,
        StdEstimate.MAXIMUM_LIKELIHOOD,
        List.of());
  }
}
