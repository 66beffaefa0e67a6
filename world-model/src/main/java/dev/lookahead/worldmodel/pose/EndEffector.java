package dev.lookahead.worldmodel.pose;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.ArrayList;
import java.util.List;

/** The seven values that poses and delta actions of an end effector consist of, in their order. */
public final class EndEffector {

  /** Names of the values. */
  public static final List<String> AXES = List.of("x", "y", "z", "roll", "pitch", "yaw", "gripper");

  /** How many there are. */
  public static final int SIZE = 7;

  private EndEffector() {}

  /**
   * Delta actions of equal reach in both directions.
   *
   * @param metres along each of x, y, z
   * @param radians about each of them
   * @param gripper of the whole way from open to closed
   */
  public static ActionSpace actionSpace(float metres, float radians, float gripper) {
    List<ActionAxis> axes = new ArrayList<>();
    for (String name : AXES) {
      int at = axes.size();
      String unit = at < 3 ? "m" : at < 6 ? "rad" : "1";
      float reach = at < 3 ? metres : at < 6 ? radians : gripper;
      axes.add(new ActionAxis(name, unit, -reach, reach));
    }
    return new ActionSpace(axes);
  }

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
