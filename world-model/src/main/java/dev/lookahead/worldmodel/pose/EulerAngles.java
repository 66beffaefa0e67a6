package dev.lookahead.worldmodel.pose;

import org.joml.Matrix3d;

/**
 * A rotation as angles about the fixed axes of the base, first x, then y, then z: R = Rz(yaw)
 * Ry(pitch) Rx(roll), SciPy's {@code from_euler("xyz")}.
 *
 * @param roll about x, radians
 * @param pitch about y, radians
 * @param yaw about z, radians
 */
public record EulerAngles(double roll, double pitch, double yaw) {

  /**
   * Below this cosine of the pitch, roll and yaw turn about the same axis and only their sum or
   * difference can be told; SciPy's limit is a pitch within 1e-7 of a right angle.
   */
  private static final double GIMBAL_LOCK = 1e-7;

  /** The rotation matrix R that takes a direction in the hand to the base. */
  public Matrix3d matrix() {
    return new Matrix3d().rotationZYX(yaw, pitch, roll);
  }

  /**
   * The angles of a rotation: roll and yaw from -pi to pi, pitch from -pi/2 to pi/2. With the pitch
   * at a right angle the yaw is taken to be zero, as SciPy does.
   */
  public static EulerAngles of(Matrix3d rotation) {
    double cosine = Math.hypot(rotation.m00(), rotation.m01());
    double pitch = Math.atan2(-rotation.m02(), cosine);
    if (cosine < GIMBAL_LOCK) {
      return new EulerAngles(Math.atan2(-rotation.m21(), rotation.m11()), pitch, 0);
    }
    return new EulerAngles(
        Math.atan2(rotation.m12(), rotation.m22()),
        pitch,
        Math.atan2(rotation.m01(), rotation.m00()));
  }

  /** This rotation, and after it another about the axes of the base: R' = dR R. */
  public EulerAngles then(EulerAngles delta) {
    return of(delta.matrix().mul(matrix()));
  }

  /** The delta that leads from this rotation to another: dR = R' R^T. */
  public EulerAngles to(EulerAngles other) {
    return of(other.matrix().mul(matrix().transpose()));
  }
}
