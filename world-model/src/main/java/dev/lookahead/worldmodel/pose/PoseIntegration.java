package dev.lookahead.worldmodel.pose;

import dev.lookahead.worldmodel.ActionSequences;
import java.util.Arrays;

/**
 * The poses that candidate action sequences lead through: what an action-conditioned predictor is
 * told as its state at each step of a rollout. Pure functions; nothing here knows what happens on
 * contact, the pose is where the arm was told to go.
 */
public final class PoseIntegration {

  private PoseIntegration() {}

  /**
   * The state token of every step: the pose from which its action starts.
   *
   * @param start where the end effector is now
   * @param actions [N, H, 7], deltas in the order of {@link EndEffector#AXES}
   * @return [N, H, 7] row-major; step 0 is the start, step t + 1 the pose of step t moved by the
   *     action of step t
   * @throws IllegalArgumentException if an action has not seven values
   */
  public static float[] states(EndEffectorPose start, ActionSequences actions) {
    EndEffector.requireSize("a delta action", actions.size());
    float[] values = actions.values();
    float[] states = new float[values.length];
    for (int n = 0; n < actions.candidates(); n++) {
      EndEffectorPose pose = start;
      for (int step = 0; step < actions.horizon(); step++) {
        int at = actions.offset(n, step);
        System.arraycopy(pose.toArray(), 0, states, at, EndEffector.SIZE);
        pose = pose.moved(delta(values, at));
      }
    }
    return states;
  }

  /**
   * The actions between successive poses of a recording.
   *
   * @param poses [T, 7], at least two
   * @return [T - 1, 7]
   * @throws IllegalArgumentException if there are fewer than two poses, or part of one
   */
  public static float[] actions(float[] poses) {
    int steps = poses.length / EndEffector.SIZE;
    if (steps < 2 || poses.length % EndEffector.SIZE != 0) {
      throw new IllegalArgumentException(
          "actions lie between at least two poses of "
              + EndEffector.SIZE
              + " values, got "
              + poses.length
              + " values");
    }
    float[] actions = new float[(steps - 1) * EndEffector.SIZE];
    for (int step = 0; step + 1 < steps; step++) {
      EndEffectorDelta between = pose(poses, step).to(pose(poses, step + 1));
      System.arraycopy(between.toArray(), 0, actions, step * EndEffector.SIZE, EndEffector.SIZE);
    }
    return actions;
  }

  private static EndEffectorPose pose(float[] poses, int step) {
    int at = step * EndEffector.SIZE;
    return EndEffectorPose.of(Arrays.copyOfRange(poses, at, at + EndEffector.SIZE));
  }

  private static EndEffectorDelta delta(float[] values, int at) {
    return EndEffectorDelta.of(Arrays.copyOfRange(values, at, at + EndEffector.SIZE));
  }
}
