package dev.lookahead.planner.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.icem.Icem;
import dev.lookahead.planner.icem.IcemConfig;
import dev.lookahead.planner.mppi.Mppi;
import dev.lookahead.planner.mppi.MppiConfig;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;
import dev.lookahead.planner.toy.PointModel;
import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Rollouts;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans in {@link PointWorld}, pinned to the last bit: on every JDK and machine the same. */
class GoldenPlanTest {

  private static final Goal GOAL = new Goal(PointWorld.frame(0.6f, 0.3f));

  static Stream<Arguments> planners() {
    return Stream.of(
        Arguments.of(
            "random shooting",
            new RandomShooting(new RandomShootingConfig(50, 4, 2)),
            new Action(0.03956766f, -0.03553315f),
            -1583311469),
        Arguments.of(
            "CEM",
            new Cem(
                new CemConfig(
                    50,
                    5,
                    4,
                    2,
                    1,
                    0.05f,
                    0.1f,
                    0.1f,
                    0,
                    Bounds.CLAMP,
                    Returned.BEST_SEEN,
                    StdEstimate.MAXIMUM_LIKELIHOOD,
                    List.of())),
            new Action(0.05f, -0.045939643f),
            2047794213),
        Arguments.of(
            "CEM, truncated",
            new Cem(
                new CemConfig(
                    50,
                    5,
                    4,
                    2,
                    1,
                    0.05f,
                    0.1f,
                    0.1f,
                    0,
                    Bounds.TRUNCATE,
                    Returned.FINAL_MEAN,
                    StdEstimate.MAXIMUM_LIKELIHOOD,
                    List.of())),
            new Action(0.030028552f, -0.043813508f),
            -354972709),
        Arguments.of(
            "iCEM",
            new Icem(
                new IcemConfig(50, 5, 4, 1, 0.5f, 0, 0.1f, 2, 0.3f, 1.25f, 0, Returned.BEST_SEEN)),
            new Action(0.023981655f, -0.04158657f),
            -1808551230),
        Arguments.of(
            "MPPI",
            new Mppi(
                new MppiConfig(50, 25, 4, 2, 0.05f, 0.5f, 0.05f, 0, 0.5f, Returned.FINAL_MEAN)),
            new Action(0.044269837f, -0.047979962f),
            1338030547));
  }

  @ParameterizedTest
  @MethodSource("planners")
  void planOfASeedIsPinned(String name, Planner planner, Action first, int hash) {
    ActionSequence actions = plan(planner).actions();

    assertThat(actions.action(0)).describedAs(name).isEqualTo(first);
    assertThat(Arrays.hashCode(actions.toArray())).describedAs(name).isEqualTo(hash);
  }

  @Test
  void everyFittedPlannerReachesTheGoalInAClosedLoop() {
    planners()
        .skip(1)
        .forEach(
            arguments -> {
              Planner planner = (Planner) arguments.get()[1];
              assertThat(finalDistance(planner))
                  .describedAs("%s", arguments.get()[0])
                  .isLessThan(0.03f);
            });
  }

  private static Plan plan(Planner planner) {
    PointModel model = new PointModel(1, 2);
    History history = History.of(PointWorld.observation(0.2f, 0.8f));
    try (Rollouts rollouts = model.rollouts(history, GOAL)) {
      return planner.plan(
          PlanningProblem.of(rollouts::costs, PointWorld.SPACE, 10),
          PlanningBudget.untimed(),
          new SplittableRandom(42),
          event -> {});
    }
  }

  private static float finalDistance(Planner planner) {
    MpcConfig config = new MpcConfig(10, 2, WarmStart.REPEAT_LAST, 3, Long.MAX_VALUE, 0, false);
    MpcPolicy policy =
        Mpc.of(new PointModel(2, 2), planner, config)
            .policy(GOAL, new SplittableRandom(1), () -> 0, event -> {});
    float x = 0.2f;
    float y = 0.8f;
    for (int step = 0; step < 30; step++) {
      Action action = policy.act(PointWorld.observation(x, y)).orElseThrow();
      x = PointWorld.next(x, action.get(0));
      y = PointWorld.next(y, action.get(1));
      policy.executed(action);
    }
    return (float) Math.hypot(x - 0.6f, y - 0.3f);
  }
}
