package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every planner does when its time ends. */
class PlannerDeadlineTest {

  private static final int HORIZON = 9;

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void zeroBudgetReturnsTheWarmStartUntried(Planner planner) {
    ActionSequence warmStart = Quadratic.optimum(HORIZON);
    PlanningBudget budget = PlanningBudget.ofNanos(new FakeClock(), 0);
    Plan plan =
        planner.plan(
            problem(new Quadratic()).withWarmStart(warmStart),
            budget,
            new SplittableRandom(1),
            event -> {});

    assertThat(plan.actions()).isEqualTo(warmStart);
    assertThat(plan.status()).isEqualTo(PlanStatus.DEADLINE);
    assertThat(plan.evaluated()).isFalse();
    assertThat(plan.iterations()).isEmpty();
    assertThat(plan.elites()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void zeroBudgetWithoutWarmStartReturnsTheMiddleOfTheSpace(Planner planner) {
    PlanningBudget budget = PlanningBudget.ofNanos(new FakeClock(), 0);
    Plan plan =
        planner.plan(problem(new Quadratic()), budget, new SplittableRandom(1), event -> {});

    assertThat(plan.actions()).isEqualTo(ActionSequence.repeat(new Action(0, 5), HORIZON));
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void deadlineReturnsTheBestSoFar(Planner planner) {
    FakeClock clock = new FakeClock();
    PlanningBudget budget = PlanningBudget.ofNanos(clock, 35);
    CandidateCost slow =
        (candidates, costs) -> {
          new Quadratic().evaluate(candidates, costs);
          clock.advance(costs.length == 1 ? 0 : 10);
        };
    Plan plan = planner.plan(problem(slow), budget, new SplittableRandom(1), event -> {});

    assertThat(plan.status()).isEqualTo(PlanStatus.DEADLINE);
    assertThat(plan.iterations()).hasSize(3);
    assertThat(plan.evaluated()).isTrue();
    assertThat(plan.timing()).isEqualTo(new PlanTiming(30, 30));
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void warmStartIsNeverMadeWorse(Planner planner) {
    ActionSequence warmStart = ActionSequence.repeat(new Action(-1.2f, 7), HORIZON);
    float[] known = new float[1];
    new Quadratic().evaluate(sequences(warmStart), known);
    FakeClock clock = new FakeClock();
    CandidateCost once =
        (candidates, costs) -> {
          new Quadratic().evaluate(candidates, costs);
          clock.advance(10);
        };
    Plan plan =
        planner.plan(
            problem(once).withWarmStart(warmStart),
            PlanningBudget.ofNanos(clock, 10),
            new SplittableRandom(1),
            event -> {});

    assertThat(plan.iterations()).hasSize(1);
    assertThat(plan.iterations().get(0).bestCost()).isLessThanOrEqualTo(known[0] + 1e-6f);
  }

  private static PlanningProblem problem(CandidateCost cost) {
    return PlanningProblem.of(cost, Quadratic.SPACE, HORIZON);
  }

  private static ActionSequences sequences(ActionSequence sequence) {
    ActionSequences one = new ActionSequences(1, sequence.steps(), sequence.size());
    one.setCandidate(0, sequence.toArray());
    return one;
  }
}
