package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.icem.Icem;
import dev.lookahead.planner.icem.IcemConfig;
import dev.lookahead.planner.mppi.Mppi;
import dev.lookahead.planner.mppi.MppiConfig;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every planner. */
class PlannerContractTest {

  private static final int HORIZON = 9;
  private static final int ITERATIONS = 12;

  static Stream<Named<Planner>> planners() {
    return Stream.of(
        Named.of(
            "random shooting", new RandomShooting(new RandomShootingConfig(40, ITERATIONS, 2))),
        Named.of("CEM", new Cem(cem(Bounds.CLAMP))),
        Named.of("CEM, truncated", new Cem(cem(Bounds.TRUNCATE))),
        Named.of(
            "iCEM",
            new Icem(
                new IcemConfig(
                    40, 8, ITERATIONS, 2, 1, 0.02f, 0.1f, 1, 0.3f, 1.25f, 0, Returned.BEST_SEEN))),
        Named.of(
            "MPPI",
            new Mppi(
                new MppiConfig(
                    40, 40, ITERATIONS, 2, 0.01f, 0.4f, 0.02f, 0, 0.5f, Returned.FINAL_MEAN))));
  }

  @ParameterizedTest
  @MethodSource("planners")
  void planCostsLessThanTheMiddleOfTheSpace(Planner planner) {
    Quadratic cost = new Quadratic();
    Plan plan = plan(planner, problem(cost), 1);
    float[] middle = new float[1];
    cost.evaluate(sequences(ActionSequence.repeat(new Action(0, 5), HORIZON)), middle);

    assertThat(plan.cost()).isLessThan(middle[0]);
    assertThat(plan.status()).isEqualTo(PlanStatus.COMPLETED);
    assertThat(plan.iterations()).hasSize(ITERATIONS);
  }

  @ParameterizedTest
  @MethodSource("planners")
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
  @MethodSource("planners")
  void elitesAreSortedBestFirst(Planner planner) {
    Plan plan = plan(planner, problem(new Quadratic()), 3);

    assertThat(plan.elites())
        .isNotEmpty()
        .isSortedAccordingTo((a, b) -> Float.compare(a.cost(), b.cost()));
  }

  @ParameterizedTest
  @MethodSource("planners")
  void sameSeedGivesTheSamePlanBitForBit(Planner planner) {
    assertThat(plan(planner, problem(new Quadratic()), 4))
        .isEqualTo(plan(planner, problem(new Quadratic()), 4));
    assertThat(plan(planner, problem(new Quadratic()), 4).actions())
        .isNotEqualTo(plan(planner, problem(new Quadratic()), 5).actions());
  }

  @ParameterizedTest
  @MethodSource("planners")
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
  @MethodSource("planners")
  void sampledActionsAreHeld(Planner planner) {
    ActionSequence actions = plan(planner, problem(new Quadratic()), 6).actions();
    for (int step = 0; step + 1 < HORIZON; step += 2) {
      assertThat(actions.action(step)).isEqualTo(actions.action(step + 1));
    }
  }

  @ParameterizedTest
  @MethodSource("planners")
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
  @MethodSource("planners")
  void zeroBudgetWithoutWarmStartReturnsTheMiddleOfTheSpace(Planner planner) {
    PlanningBudget budget = PlanningBudget.ofNanos(new FakeClock(), 0);
    Plan plan =
        planner.plan(problem(new Quadratic()), budget, new SplittableRandom(1), event -> {});

    assertThat(plan.actions()).isEqualTo(ActionSequence.repeat(new Action(0, 5), HORIZON));
  }

  @ParameterizedTest
  @MethodSource("planners")
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
  @MethodSource("planners")
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

  @ParameterizedTest
  @MethodSource("planners")
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
  @MethodSource("planners")
  void moreProposalsThanSamplesAreRefused(Planner planner) {
    PlanningProblem problem =
        problem(new Quadratic()).withProposals(Collections.nCopies(40, Quadratic.optimum(HORIZON)));

    assertThatThrownBy(() -> plan(planner, problem, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fewer than the 40 samples")
        .hasMessageContaining("got 40");
  }

  @ParameterizedTest
  @MethodSource("planners")
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
  @MethodSource("planners")
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
  @MethodSource("planners")
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

  @ParameterizedTest
  @MethodSource("planners")
  void eventsTellTheWholeSearchInOrder(Planner planner) {
    List<PlannerEvent> events = new ArrayList<>();
    Plan plan =
        planner.plan(
            problem(new Quadratic()),
            PlanningBudget.untimed(),
            new SplittableRandom(1),
            events::add);

    assertThat(events).hasSize(ITERATIONS + 2);
    assertThat(events.get(0)).isEqualTo(new PlannerEvent.Started(HORIZON, 40));
    for (int i = 0; i < ITERATIONS; i++) {
      assertThat(events.get(i + 1)).isEqualTo(new PlannerEvent.Iterated(plan.iterations().get(i)));
    }
    assertThat(events.get(ITERATIONS + 1)).isEqualTo(new PlannerEvent.Finished(plan));
  }

  @Test
  void fittedPlannersBeatRandomShootingWithTheSameNumberOfCandidates() {
    double shooting = meanCost(planners().toList().get(0).getPayload());
    for (Named<Planner> planner : planners().skip(1).toList()) {
      assertThat(meanCost(planner.getPayload()))
          .describedAs(planner.getName())
          .isLessThan(0.25 * shooting);
    }
  }

  @Test
  void fittedPlannersComeCloseToTheOptimum() {
    float reachable = heldOptimumCost();
    for (Named<Planner> planner : planners().skip(1).toList()) {
      assertThat(meanCost(planner.getPayload()))
          .describedAs(planner.getName())
          .isCloseTo(reachable, within(0.006));
    }
  }

  private static CemConfig cem(Bounds bounds) {
    return new CemConfig(40, 8, ITERATIONS, 2, 1, 0.02f, 0, 0, 0, bounds, Returned.BEST_SEEN);
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
