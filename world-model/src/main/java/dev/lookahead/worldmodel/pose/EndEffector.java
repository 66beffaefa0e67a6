package dev.lookahead.worldmodel.pose;

import java.util.List;

/** The seven values that poses and delta actions of an end effector consist of, in their order. */
public final class EndEffector {

  /** Names of the values. */
  public static final List<String> AXES = List.of("x", "y", "z", "roll", "pitch", "yaw", "gripper");

  /** How many there are. */
  public static final int SIZE = 7;

  private EndEffector() {}

  /** Refuses an array of another length. */
  static void requireSize(String what, int length) {
    if (length != SIZE) {
      throw new IllegalArgumentException(
          what + " has the " + SIZE + " values " + String.join(", ", AXES) + ", got " + length);
    }
  }

  /** The seven values of a pose or a delta action. */
  static float[] values(double x, double y, double z, EulerAngles rotation, double gripper) {
    return new float[] {
      (float) x,
      (float) y,
      (float) z,
      (float) rotation.roll(),
      (float) rotation.pitch(),
      (float) rotation.yaw(),
      (float) gripper
    };
  }
}
