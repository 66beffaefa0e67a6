package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every planner. */
class PlannerContractTest {

  private static final int HORIZON = 9;

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void planCostsLessThanTheMiddleOfTheSpace(Planner planner) {
    Quadratic cost = new Quadratic();
    Plan plan = plan(planner, problem(cost), 1);
    float[] middle = new float[1];
    cost.evaluate(sequences(ActionSequence.repeat(new Action(0, 5), HORIZON)), middle);

    assertThat(plan.cost()).isLessThan(middle[0]);
    assertThat(plan.status()).isEqualTo(PlanStatus.COMPLETED);
    assertThat(plan.iterations()).hasSize(SmallPlanners.ITERATIONS);
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void reportedCostIsTheCostOfTheReturnedActions(Planner planner) {
    Plan plan = plan(planner, problem(new Quadratic()), 2);
    float[] again = new float[1];
    new Quadratic().evaluate(sequences(plan.actions()), again);

    assertThat(plan.cost()).isEqualTo(again[0]);
    for (ScoredSequence elite : plan.elites()) {
      new Quadratic().evaluate(sequences(elite.actions()), again);
      assertThat(elite.cost()).isEqualTo(again[0]);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void elitesAreSortedBestFirst(Planner planner) {
    Plan plan = plan(planner, problem(new Quadratic()), 3);

    assertThat(plan.elites())
        .isNotEmpty()
        .isSortedAccordingTo((a, b) -> Float.compare(a.cost(), b.cost()));
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void sameSeedGivesTheSamePlanBitForBit(Planner planner) {
    assertThat(plan(planner, problem(new Quadratic()), 4))
        .isEqualTo(plan(planner, problem(new Quadratic()), 4));
    assertThat(plan(planner, problem(new Quadratic()), 4).actions())
        .isNotEqualTo(plan(planner, problem(new Quadratic()), 5).actions());
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void noCandidateEverLeavesTheActionSpace(Planner planner) {
    CandidateCost outward =
        (candidates, costs) -> {
          for (int n = 0; n < costs.length; n++) {
            costs[n] = 0;
            for (int step = 0; step < HORIZON; step++) {
              assertThat(Quadratic.SPACE.contains(candidates.action(n, step))).isTrue();
              costs[n] -= candidates.get(n, step, 0) + candidates.get(n, step, 1);
            }
          }
        };
    for (int seed = 0; seed < 10; seed++) {
      Plan plan = plan(planner, problem(outward), seed);
      for (int step = 0; step < HORIZON; step++) {
        assertThat(Quadratic.SPACE.contains(plan.actions().action(step))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void sampledActionsAreHeld(Planner planner) {
    ActionSequence actions = plan(planner, problem(new Quadratic()), 6).actions();
    for (int step = 0; step + 1 < HORIZON; step += 2) {
      assertThat(actions.action(step)).isEqualTo(actions.action(step + 1));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void aPerfectProposalIsFound(Planner planner) {
    ActionSequence perfect = ActionSequence.repeat(new Action(-1, 2.5f), HORIZON);
    CandidateCost cost =
        (candidates, costs) -> {
          for (int n = 0; n < costs.length; n++) {
            boolean hit = Arrays.equals(candidates.candidate(n), perfect.toArray());
            costs[n] = hit ? 0 : 1;
          }
        };
    ActionSequence other = ActionSequence.repeat(new Action(1, 1), HORIZON);
    Plan plan = plan(planner, problem(cost).withProposals(List.of(other, perfect)), 1);

    assertThat(plan.iterations().get(0).bestCost()).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void moreProposalsThanSamplesAreRefused(Planner planner) {
    PlanningProblem problem =
        problem(new Quadratic()).withProposals(Collections.nCopies(40, Quadratic.optimum(HORIZON)));

    assertThatThrownBy(() -> plan(planner, problem, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fewer than the 40 samples")
        .hasMessageContaining("got 40");
  }

  @ParameterizedTest
  @MethodSource("dev.lookahead.planner.SmallPlanners#all")
  void eventsTellTheWholeSearchInOrder(Planner planner) {
    List<PlannerEvent> events = new ArrayList<>();
    Plan plan =
        planner.plan(
            problem(new Quadratic()),
            PlanningBudget.untimed(),
            new SplittableRandom(1),
            events::add);
    List<Float> improvements = new ArrayList<>();
    events.removeIf(
        event ->
            event instanceof PlannerEvent.Improved improved
                && improvements.add(improved.best().cost()));

    assertThat(improvements).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(events).hasSize(SmallPlanners.ITERATIONS + 2);
    assertThat(events.get(0)).isEqualTo(new PlannerEvent.Started(HORIZON, 40));
    for (int i = 0; i < SmallPlanners.ITERATIONS; i++) {
      assertThat(events.get(i + 1)).isEqualTo(new PlannerEvent.Iterated(plan.iterations().get(i)));
    }
    assertThat(events.get(SmallPlanners.ITERATIONS + 1)).isEqualTo(new PlannerEvent.Finished(plan));
  }

  @Test
  void fittedPlannersBeatRandomShootingWithTheSameNumberOfCandidates() {
    double shooting = meanCost(SmallPlanners.all().toList().get(0).getPayload());
    for (Named<Planner> planner : SmallPlanners.all().skip(1).toList()) {
      assertThat(meanCost(planner.getPayload()))
          .describedAs(planner.getName())
          .isLessThan(0.25 * shooting);
    }
  }

  @Test
  void fittedPlannersComeCloseToTheOptimum() {
    float reachable = heldOptimumCost();
    for (Named<Planner> planner : SmallPlanners.all().skip(1).toList()) {
      assertThat(meanCost(planner.getPayload()))
          .describedAs(planner.getName())
          .isCloseTo(reachable, within(0.006));
    }
  }

  private static double meanCost(Planner planner) {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      sum += plan(planner, problem(new Quadratic()), seed).cost();
    }
    return sum / 20;
  }

  /** The least cost of a sequence that holds each action for two steps. */
  private static float heldOptimumCost() {
    float[] values = Quadratic.optimum(HORIZON).toArray();
    for (int step = 0; step + 1 < HORIZON; step += 2) {
      for (int axis = 0; axis < 2; axis++) {
        float mean = (values[2 * step + axis] + values[2 * step + 2 + axis]) / 2;
        values[2 * step + axis] = mean;
        values[2 * step + 2 + axis] = mean;
      }
    }
    float[] cost = new float[1];
    new Quadratic().evaluate(sequences(new ActionSequence(HORIZON, 2, values)), cost);
    return cost[0];
  }

  private static PlanningProblem problem(CandidateCost cost) {
    return PlanningProblem.of(cost, Quadratic.SPACE, HORIZON);
  }

  private static Plan plan(Planner planner, PlanningProblem problem, long seed) {
    return planner.plan(problem, PlanningBudget.untimed(), new SplittableRandom(seed), event -> {});
  }

  private static ActionSequences sequences(ActionSequence sequence) {
    ActionSequences one = new ActionSequences(1, sequence.steps(), sequence.size());
    one.setCandidate(0, sequence.toArray());
    return one;
  }
}
