package dev.lookahead.planner.icem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanIteration;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Quadratic;
import dev.lookahead.planner.Returned;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IcemTest {

  private static final int HORIZON = 16;

  private final List<float[]> firsts = new ArrayList<>();
  private float roughness;

  @Test
  void findsTheOptimumOfAQuadratic() {
    assertThat(plan(config(30, 1, 0.3f)).cost()).isLessThan(0.01f);
  }

  @Test
  void populationDecaysToTwiceTheElites() {
    Plan plan = plan(config(8, 1, 0.3f));

    assertThat(plan.iterations().stream().map(PlanIteration::candidates))
        .containsExactly(100, 80, 64, 51, 40, 32, 26, 20);
  }

  @Test
  void keptElitesAreNeverLost() {
    List<PlanIteration> iterations = plan(config(12, 1, 1)).iterations();
    for (int i = 1; i < iterations.size(); i++) {
      assertThat(iterations.get(i).eliteMeanCost())
          .isLessThanOrEqualTo(iterations.get(i - 1).eliteMeanCost());
    }
  }

  @Test
  void theLastIterationTriesTheMean() {
    Plan plan = plan(config(6, 1, 0.3f));
    float[] mean = firsts.get(5);
    ActionSequences one = new ActionSequences(1, HORIZON, 2);
    one.setCandidate(0, mean);
    float[] cost = new float[1];
    new Quadratic().evaluate(one, cost);

    assertThat(cost[0]).isCloseTo(plan.iterations().get(5).bestCost(), within(0.02f));
    assertThat(firsts.get(0)).containsOnly(0, 5);
    assertThat(firsts).hasSize(6);
  }

  @Test
  void higherExponentsSampleSmootherSequences() {
    plan(config(1, 0, 0.3f));
    float white = roughness;
    plan(config(1, 2, 0.3f));

    assertThat(roughness).isLessThan(0.5f * white);
  }

  private Plan plan(IcemConfig config) {
    firsts.clear();
    PlanningProblem problem =
        PlanningProblem.of(
            (candidates, costs) -> {
              firsts.add(candidates.candidate(0));
              roughness = roughness(candidates);
              new Quadratic().evaluate(candidates, costs);
            },
            Quadratic.SPACE,
            HORIZON);
    return new Icem(config)
        .plan(problem, PlanningBudget.untimed(), new SplittableRandom(3), event -> {});
  }

  private static float roughness(ActionSequences candidates) {
    float sum = 0;
    for (int n = 0; n < candidates.candidates(); n++) {
      for (int step = 1; step < HORIZON; step++) {
        sum += Math.abs(candidates.get(n, step, 0) - candidates.get(n, step - 1, 0));
      }
    }
    return sum;
  }

  private static IcemConfig config(int iterations, float noiseExponent, float keptElites) {
    return new IcemConfig(
        100,
        10,
        iterations,
        1,
        0.5f,
        0,
        0.1f,
        noiseExponent,
        keptElites,
        1.25f,
        0,
        Returned.BEST_SEEN);
  }
}
