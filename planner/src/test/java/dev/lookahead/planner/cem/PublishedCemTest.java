package dev.lookahead.planner.cem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@link Cem} against the formulas of {@code cem} in notebooks/utils/mpc_utils.py of V-JEPA 2: the
 * elites of every iteration are chosen and fitted again here, step by step as written there.
 */
class PublishedCemTest {

  private static final int ITERATIONS = 4;
  private static final int ELITES = 3;
  private static final int HORIZON = 2;
  private static final int VALUES = 7 * HORIZON;
  private static final float[] GOAL = {0.04f, -0.03f, 0.3f, 0, 0, 0, -0.6f};

  private final List<float[]> candidates = new ArrayList<>();
  private final List<float[]> costs = new ArrayList<>();

  @Test
  void everyMeanIsTheSmoothedMeanOfTheElitesBefore() {
    plan();
    double[] mean = new double[VALUES];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      float[] tried = candidates.get(iteration);
      for (int i = 0; i < VALUES; i++) {
        assertThat(tried[i]).isCloseTo((float) mean[i], within(1e-6f));
      }
      List<Integer> elites = elites(iteration);
      for (int i = 0; i < VALUES; i++) {
        double momentum = i % 7 == 6 ? 0.15 : 0.25;
        mean[i] = (1 - momentum) * mean(tried, elites, i) + momentum * mean[i];
      }
    }
  }

  @Test
  void thePlanIsTheLastMeanWithSmallGripperCommandsRoundedToZero() {
    Plan plan = plan();
    double[] mean = new double[VALUES];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      for (int i = 0; i < VALUES; i++) {
        double momentum = i % 7 == 6 ? 0.15 : 0.25;
        double found = mean(candidates.get(iteration), elites(iteration), i);
        mean[i] = (1 - momentum) * found + momentum * mean[i];
      }
    }
    for (int i = 0; i < VALUES; i++) {
      double rounded = i % 7 == 6 && Math.abs(mean[i]) < 0.25 ? 0 : mean[i];
      assertThat(plan.actions().get(i / 7, i % 7)).isCloseTo((float) rounded, within(1e-6f));
    }
  }

  @Test
  void theScatterIsTheSmoothedUnbiasedOneOfTheElites() {
    Plan plan = plan();
    double[] std = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      std[i] = i % 7 < 3 ? EndEffectorSearch.MAX_NORM : i % 7 == 6 ? 1 : 0;
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double sum = 0;
      for (int i = 0; i < VALUES; i++) {
        double momentum = i % 7 == 6 ? 0.15 : 0.95;
        double found = std(candidates.get(iteration), elites(iteration), i);
        std[i] = i % 7 < 3 || i % 7 == 6 ? (1 - momentum) * found + momentum * std[i] : 0;
        sum += std[i] / (i % 7 == 6 ? 1.25 : 0.2);
      }
      assertThat(plan.iterations().get(iteration).meanStd())
          .isCloseTo((float) (sum / (4 * HORIZON)), within(1e-5f));
    }
  }

  /** Elites -0.02, 0.01 and 0.04 of x, from mean 0 and scatter 0.05, worked out by hand. */
  @Test
  void aFitByHandGivesTheSameNumbers() {
    float[] xs = {0.04f, -0.02f, 0.01f, 0.05f};
    double mean = (0.04 - 0.02 + 0.01) / 3;
    double std = Math.sqrt((0.03 * 0.03 + 0.03 * 0.03 + 0) / 2);

    assertThat(mean(xs, List.of(0, 1, 2), 0, 1)).isCloseTo(0.01, within(1e-8));
    assertThat(std(xs, List.of(0, 1, 2), 0, 1)).isCloseTo(std, within(1e-8));
    assertThat(0.75 * mean + 0.25 * 0).isCloseTo(0.0075, within(1e-12));
    assertThat(0.05 * std + 0.95 * 0.05).isCloseTo(0.049, within(1e-12));
  }

  private Plan plan() {
    return EndEffectorSearch.planner(40, ELITES, ITERATIONS, AxisGroup.Reach.BOX)
        .plan(
            PlanningProblem.of(this::cost, EndEffectorSearch.SPACE, HORIZON),
            PlanningBudget.untimed(),
            new SplittableRandom(5),
            event -> {});
  }

  /** The mean absolute difference to a goal that lies beyond some of the bounds. */
  private void cost(ActionSequences sequences, float[] result) {
    for (int n = 0; n < result.length; n++) {
      float sum = 0;
      for (int i = 0; i < VALUES; i++) {
        sum += Math.abs(sequences.get(n, i / 7, i % 7) - GOAL[i % 7]);
      }
      result[n] = sum / VALUES;
    }
    candidates.add(sequences.values().clone());
    costs.add(result.clone());
  }

  private List<Integer> elites(int iteration) {
    float[] of = costs.get(iteration);
    return IntStream.range(0, of.length)
        .boxed()
        .sorted(Comparator.comparing(n -> of[n]))
        .limit(ELITES)
        .toList();
  }

  private static double mean(float[] tried, List<Integer> elites, int value) {
    return mean(tried, elites, value, VALUES);
  }

  private static double std(float[] tried, List<Integer> elites, int value) {
    return std(tried, elites, value, VALUES);
  }

  private static double mean(float[] tried, List<Integer> elites, int value, int stride) {
    return elites.stream().mapToDouble(n -> tried[n * stride + value]).average().orElseThrow();
  }

  private static double std(float[] tried, List<Integer> elites, int value, int stride) {
    double mean = mean(tried, elites, value, stride);
    double squares =
        elites.stream().mapToDouble(n -> Math.pow(tried[n * stride + value] - mean, 2)).sum();
    return Math.sqrt(squares / (elites.size() - 1));
  }
}
