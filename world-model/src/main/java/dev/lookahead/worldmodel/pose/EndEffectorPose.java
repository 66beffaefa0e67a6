package dev.lookahead.worldmodel.pose;

/**
 * Where an end effector is.
 *
 * @param x in the base, metres
 * @param y in the base, metres
 * @param z in the base, metres
 * @param rotation from the hand to the base
 * @param gripper 0 open to 1 closed
 */
public record EndEffectorPose(double x, double y, double z, EulerAngles rotation, double gripper) {

  /**
   * Reads the seven values of {@link EndEffector#AXES}.
   *
   * @throws IllegalArgumentException if there are not seven
   */
  public static EndEffectorPose of(float... values) {
    EndEffector.requireSize("a pose", values.length);
    return new EndEffectorPose(
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

  /**
   * Where the end effector is after an action ({@code compute_new_pose} of V-JEPA 2's mpc_utils):
   * positions add up, the rotation of the delta follows the one of the pose, and the gripper stops
   * at 0 and 1.
   */
  public EndEffectorPose moved(EndEffectorDelta delta) {
    return new EndEffectorPose(
        x + delta.x(),
        y + delta.y(),
        z + delta.z(),
        rotation.then(delta.rotation()),
        Math.max(0, Math.min(1, gripper + delta.gripper())));
  }

  /** The action that leads from here to another pose ({@code poses_to_diff} of mpc_utils). */
  public EndEffectorDelta to(EndEffectorPose other) {
    return new EndEffectorDelta(
        other.x - x,
        other.y - y,
        other.z - z,
        rotation.to(other.rotation),
        other.gripper - gripper);
  }
}
