package dev.lookahead.planner.cem;

import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.SplittableRandom;

/** The search of V-JEPA 2-AC's notebook over end-effector deltas. */
final class EndEffectorSearch {

  static final float MAX_NORM = 0.05f;

  /** Wider than any bound of the search, and around another middle than zero for the gripper. */
  static final ActionSpace SPACE =
      new ActionSpace(
          List.of(
              new ActionAxis("x", "m", -0.2f, 0.2f),
              new ActionAxis("y", "m", -0.2f, 0.2f),
              new ActionAxis("z", "m", -0.2f, 0.2f),
              new ActionAxis("roll", "rad", -0.5f, 0.5f),
              new ActionAxis("pitch", "rad", -0.5f, 0.5f),
              new ActionAxis("yaw", "rad", -0.5f, 0.5f),
              new ActionAxis("gripper", "1", -1, 1.5f)));

  private EndEffectorSearch() {}

  static Cem planner(int samples, int elites, int iterations, AxisGroup.Reach reach) {
    return new Cem(
        new CemConfig(
            samples,
            elites,
            iterations,
            1,
            1,
            0,
            0,
            0,
            0,
            Bounds.CLAMP,
            Returned.FINAL_MEAN,
            StdEstimate.UNBIASED,
            List.of(
                new AxisGroup(
                    List.of("x", "y", "z"), MAX_NORM, reach, MAX_NORM, 0, 0.25f, 0.95f, 0),
                new AxisGroup(
                    List.of("roll", "pitch", "yaw"), 0, AxisGroup.Reach.BOX, 0, 0, 0, 0, 0),
                new AxisGroup(
                    List.of("gripper"), 0.75f, AxisGroup.Reach.BOX, 1, 0, 0.15f, 0.15f, 0.25f))));
  }

  static CemConfig withGroups(CemConfig config, List<AxisGroup> groups) {
    return new CemConfig(
        config.samples(),
        config.elites(),
        config.iterations(),
        config.holdSteps(),
        config.initialStd(),
        config.minStd(),
        config.momentum(),
        config.stdMomentum(),
        config.convergedStd(),
        config.bounds(),
        config.returned(),
        config.stdEstimate(),
        groups);
  }

  /** The candidates [N, 1, 7] of a first iteration, in units; candidate 0 is the mean. */
  static float[] drawn(int samples, AxisGroup.Reach reach) {
    float[][] seen = new float[1][];
    planner(samples, 2, 1, reach)
        .plan(
            PlanningProblem.of(
                (candidates, costs) -> {
                  if (costs.length == samples) {
                    seen[0] = candidates.values().clone();
                  }
                },
                SPACE,
                1),
            PlanningBudget.untimed(),
            new SplittableRandom(1),
            event -> {});
    return seen[0];
  }
}
