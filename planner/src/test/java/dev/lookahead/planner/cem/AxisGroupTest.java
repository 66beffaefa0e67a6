package dev.lookahead.planner.cem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Quadratic;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.planner.mpc.WarmStart;
import dev.lookahead.planner.toy.PointModel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AxisGroupTest {

  private static final int SAMPLES = 50_000;

  @Test
  void drawsAreBoundedPerAxisGroupAndRotationIsHeld() {
    float[] drawn = EndEffectorSearch.drawn(SAMPLES, AxisGroup.Reach.BOX);
    double[] atEnd = new double[7];
    for (int i = 7; i < drawn.length; i++) {
      int axis = i % 7;
      float limit = axis < 3 ? 0.05f : axis < 6 ? 0 : 0.75f;
      assertThat(Math.abs(drawn[i])).isLessThanOrEqualTo(limit + 1e-6f);
      atEnd[axis] += limit > 0 && drawn[i] > limit - 1e-6f ? 1 : 0;
    }

    // A draw is at its upper end as often as a Gaussian exceeds it: one deviation for x, y and z,
    // three quarters of one for the gripper.
    for (int axis = 0; axis < 3; axis++) {
      assertThat(atEnd[axis] / SAMPLES).isCloseTo(0.15866, within(0.006));
    }
    assertThat(atEnd[6] / SAMPLES).isCloseTo(0.22663, within(0.006));
  }

  @Test
  void drawsInsideTheBoxHaveTheScatterOfTheirGroup() {
    float[] drawn = EndEffectorSearch.drawn(SAMPLES, AxisGroup.Reach.BOX);
    int within = 0;
    for (int n = 1; n < SAMPLES; n++) {
      within += Math.abs(drawn[7 * n]) < 0.025f ? 1 : 0;
    }

    assertThat((double) within / SAMPLES).isCloseTo(0.38292, within(0.008));
  }

  @Test
  void drawsOfABallStayInIt() {
    float[] drawn = EndEffectorSearch.drawn(SAMPLES, AxisGroup.Reach.L1_BALL);
    for (int n = 0; n < SAMPLES; n++) {
      float norm = 0;
      for (int axis = 0; axis < 3; axis++) {
        norm += Math.abs(drawn[7 * n + axis]);
      }
      assertThat(norm).isLessThanOrEqualTo(0.05f + 1e-6f);
    }
  }

  @Test
  void aPlannerForOtherAxesIsRefusedBeforeItsFirstPlan() {
    Planner planner = EndEffectorSearch.planner(10, 2, 1, AxisGroup.Reach.BOX);
    MpcConfig config = new MpcConfig(1, 1, WarmStart.NONE, 0, Long.MAX_VALUE, 0, false);

    assertThatThrownBy(() -> Mpc.of(new PointModel(1, 1), planner, config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("groups names the axis 'z', but this action space has x, y");
  }

  @Test
  void axesWithoutAGroupKeepTheCommonRules() {
    AxisGroup still = new AxisGroup(List.of("speed"), 0, AxisGroup.Reach.BOX, 0, 0, 0, 0, 0);
    CemConfig config =
        new CemConfig(
            100,
            10,
            30,
            1,
            1,
            0,
            0,
            0,
            0,
            Bounds.CLAMP,
            Returned.BEST_SEEN,
            StdEstimate.MAXIMUM_LIKELIHOOD,
            List.of(still));
    float[] plan =
        new Cem(config)
            .plan(
                PlanningProblem.of(new Quadratic(), Quadratic.SPACE, 4),
                PlanningBudget.untimed(),
                new SplittableRandom(1),
                event -> {})
            .actions()
            .toArray();

    for (int step = 0; step < 4; step++) {
      assertThat(plan[2 * step]).isZero();
      assertThat(plan[2 * step + 1]).isCloseTo(Quadratic.optimum(4).get(step, 1), within(0.05f));
    }
  }

  @Test
  void badSettingsAreRefusedByName() {
    assertThatThrownBy(() -> group(List.of(), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axes must name at least one axis");
    assertThatThrownBy(() -> group(List.of("x", "x"), 1, 1))
        .hasMessageContaining("none twice, got [x, x]");
    assertThatThrownBy(() -> group(List.of("x"), -1, 1))
        .hasMessageContaining("maxNorm must be from 0.0");
    assertThatThrownBy(() -> group(List.of("x"), 1, Float.NaN)).hasMessageContaining("initialStd");
  }

  @Test
  void anAxisInTwoGroupsIsRefused() {
    AxisGroup group = group(List.of("x"), 1, 1);
    CemConfig defaults = CemConfig.defaults();
    assertThatThrownBy(() -> EndEffectorSearch.withGroups(defaults, List.of(group, group)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("groups must name an axis once at most, got [x, x]");
  }

  private static AxisGroup group(List<String> axes, float maxNorm, float initialStd) {
    return new AxisGroup(axes, maxNorm, AxisGroup.Reach.BOX, initialStd, 0, 0, 0, 0);
  }
}
