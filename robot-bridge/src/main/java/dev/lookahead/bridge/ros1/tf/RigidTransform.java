package dev.lookahead.bridge.ros1.tf;

import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Where a child frame is in its parent: a point of the child is first rotated, then moved. The
 * quaternion has length one.
 *
 * @param x of the translation, metres
 * @param y of the translation, metres
 * @param z of the translation, metres
 * @param qx of the rotation
 * @param qy of the rotation
 * @param qz of the rotation
 * @param qw of the rotation
 */
public record RigidTransform(
    double x, double y, double z, double qx, double qy, double qz, double qw) {

  /** The child is the parent. */
  public static final RigidTransform IDENTITY = new RigidTransform(0, 0, 0, 0, 0, 0, 1);

  /** How far from one the length of a quaternion may be, as in tf2. */
  private static final double TOLERANCE = 10e-3;

  /** Refuses what is not finite or no rotation; brings the quaternion to length one. */
  public RigidTransform {
    double length = Math.sqrt(qx * qx + qy * qy + qz * qz + qw * qw);
    if (!(Math.abs(length - 1) <= TOLERANCE) || !Double.isFinite(x + y + z)) {
      throw new IllegalArgumentException(
          "a transform must be finite with a quaternion of length 1, got translation ("
              + x
              + ", "
              + y
              + ", "
              + z
              + ") and a quaternion of length "
              + length);
    }
    qx /= length;
    qy /= length;
    qz /= length;
    qw /= length;
  }

  /** The same in JOML's types. */
  public static RigidTransform of(Vector3dc translation, Quaterniond rotation) {
    return new RigidTransform(
        translation.x(),
        translation.y(),
        translation.z(),
        rotation.x(),
        rotation.y(),
        rotation.z(),
        rotation.w());
  }

  /** The angle about z of the rotation's Z-Y-X angles, radians, -pi to pi. */
  public double yaw() {
    return yaw(qx, qy, qz, qw);
  }

  /** The angle about z of the Z-Y-X angles of a unit quaternion, radians, -pi to pi. */
  public static double yaw(double qx, double qy, double qz, double qw) {
    return Math.atan2(2 * (qw * qz + qx * qy), 1 - 2 * (qy * qy + qz * qz));
  }

  /** The translation, as a copy. */
  public Vector3d translation() {
    return new Vector3d(x, y, z);
  }

  /** The rotation, as a copy. */
  public Quaterniond rotation() {
    return new Quaterniond(qx, qy, qz, qw);
  }

  /** A point of the child, said in the parent. */
  public Vector3d apply(Vector3dc point) {
    return rotation().transform(point, new Vector3d()).add(x, y, z);
  }

  /** The place of a grandchild in this parent, given its place in this child. */
  public RigidTransform then(RigidTransform grandchild) {
    return of(apply(grandchild.translation()), rotation().mul(grandchild.rotation()));
  }

  /** The place of the parent in the child. */
  public RigidTransform inverse() {
    Quaterniond back = rotation().conjugate();
    return of(back.transform(translation().negate()), back);
  }

  /**
   * Between this and another one: the translation on a straight line, the rotation on the shorter
   * great arc (slerp, Shoemake 1985).
   *
   * @param share 0 for this, 1 for the other
   */
  public RigidTransform interpolate(RigidTransform other, double share) {
    return of(
        translation().lerp(other.translation(), share), rotation().slerp(other.rotation(), share));
  }
}
