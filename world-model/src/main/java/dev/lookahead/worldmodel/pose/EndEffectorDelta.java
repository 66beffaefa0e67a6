package dev.lookahead.worldmodel.pose;

/**
 * How an end effector shall move within one step.
 *
 * @param x along the base's x, metres
 * @param y along the base's y, metres
 * @param z along the base's z, metres
 * @param rotation about the base's axes, on top of the one there was
 * @param gripper positive to close, negative to open
 */
public record EndEffectorDelta(double x, double y, double z, EulerAngles rotation, double gripper) {

  /**
   * Reads the seven values of {@link EndEffector#AXES}.
   *
   * @throws IllegalArgumentException if there are not seven
   */
  public static EndEffectorDelta of(float... values) {
    EndEffector.requireSize("a delta action", values.length);
    return new EndEffectorDelta(
        values[0],
        values[1],
        values[2],
        new EulerAngles(values[3], values[4], values[5]),
        values[6]);
  }

  /** The seven values of {@link EndEffector#AXES}. */
  public float[] toArray() {
    return EndEffector.values(x, y, z, rotation, gripper);
  }
}
