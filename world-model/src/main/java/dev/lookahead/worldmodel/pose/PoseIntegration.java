package dev.lookahead.worldmodel.pose;

import java.util.Arrays;

/**
 * The poses that candidate action sequences lead through: what an action-conditioned predictor is
 * told as its state at each step of a rollout. Pure functions; nothing here knows what happens on
 * contact, the pose is where the arm was told to go.
 */
public final class PoseIntegration {

  private PoseIntegration() {}

  /**
   * Where a sequence of actions leads.
   *
   * @param start where the end effector is before the first one
   * @param actions [H, 7], deltas in the order of {@link EndEffector#AXES}
   * @return [H, 7], the pose after every action: the one before it, moved by it
   * @throws IllegalArgumentException if there is part of an action
   */
  public static float[] reached(EndEffectorPose start, float[] actions) {
    if (actions.length % EndEffector.SIZE != 0) {
      throw new IllegalArgumentException(
          "delta actions have %d values each, %s, got %d in all"
              .formatted(EndEffector.SIZE, String.join(", ", EndEffector.AXES), actions.length));
    }
    float[] reached = new float[actions.length];
    EndEffectorPose pose = start;
    for (int at = 0; at < actions.length; at += EndEffector.SIZE) {
      pose = pose.moved(delta(actions, at));
      System.arraycopy(pose.toArray(), 0, reached, at, EndEffector.SIZE);
    }
    return reached;
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
