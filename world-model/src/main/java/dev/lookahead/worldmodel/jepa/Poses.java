package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import dev.lookahead.worldmodel.pose.PoseIntegration;
import java.util.Arrays;

/**
 * The poses that actions lead to, for a predictor that is told them. They are worked out beside the
 * compiled program, which knows no Euler angles, from the pose at the end of the newest latent.
 */
final class Poses {

  private Poses() {}

  /**
   * The pose after every action to come.
   *
   * @param contexts [1 or rows, T, D], each ending in the pose of now
   * @param context the extent of one of them, T D
   * @param actions raw units [rows, before + S, 7]
   * @param before the actions of each row that are executed already
   * @return [rows, S, 7]
   */
  static float[] reached(float[] contexts, int context, float[] actions, int rows, int before) {
    int row = actions.length / rows;
    int first = before * EndEffector.SIZE;
    float[] reached = new float[rows * (row - first)];
    for (int i = 0; i < rows; i++) {
      int now = (contexts.length == context ? 1 : i + 1) * context;
      EndEffectorPose pose =
          EndEffectorPose.of(Arrays.copyOfRange(contexts, now - EndEffector.SIZE, now));
      float[] toCome = Arrays.copyOfRange(actions, i * row + first, (i + 1) * row);
      float[] poses = PoseIntegration.reached(pose, toCome);
      System.arraycopy(poses, 0, reached, i * poses.length, poses.length);
    }
    return reached;
  }
}
