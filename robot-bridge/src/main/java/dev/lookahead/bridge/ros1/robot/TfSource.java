package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.tf.RigidTransform;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.pose.EulerAngles;
import java.time.Duration;
import org.joml.Matrix3d;

/**
 * Where a frame of the robot is, from {@code /tf} and {@code /tf_static}.
 *
 * @param reference the frame in which the pose is said, such as {@code map} or {@code odom}
 * @param frame whose pose it is, such as {@code base_link}
 * @param pose which values the model is given
 * @param maxAge of the newest pose; an older one is not felt, 1 ms to 60 s
 */
public record TfSource(String reference, String frame, Pose pose, Duration maxAge)
    implements ProprioceptionSource {

  /** The values of a pose. */
  public enum Pose {
    /** x and y in metres; yaw in radians from the reference's x axis, -pi to pi. */
    PLANAR(3),
    /** x, y, z in metres; the unit quaternion x, y, z, w with w at least 0. */
    SPATIAL(7),
    /**
     * x, y, z in metres; roll, pitch, yaw in radians about the axes of the reference, as {@link
     * EulerAngles}.
     */
    EULER(6);

    private final int size;

    Pose(int size) {
      this.size = size;
    }
  }

  /** Checks the names and the range. */
  public TfSource {
    if (reference.isBlank() || frame.isBlank() || reference.equals(frame)) {
      throw new IllegalArgumentException(
          "reference and frame must be two names, got '" + reference + "' and '" + frame + "'");
    }
    maxAge = MaxAge.checked(maxAge);
  }

  @Override
  public int size() {
    return pose.size;
  }

  /** The values of a pose. */
  Proprioception of(RigidTransform place) {
    // A quaternion and its negative are the same rotation; the model must see one of them.
    double sign = place.qw() < 0 ? -1 : 1;
    return switch (pose) {
      case PLANAR -> new Proprioception((float) place.x(), (float) place.y(), (float) place.yaw());
      case SPATIAL ->
          new Proprioception(
              (float) place.x(),
              (float) place.y(),
              (float) place.z(),
              (float) (sign * place.qx()),
              (float) (sign * place.qy()),
              (float) (sign * place.qz()),
              (float) (sign * place.qw()));
      case EULER -> {
        EulerAngles turned = EulerAngles.of(place.rotation().get(new Matrix3d()));
        yield new Proprioception(
            (float) place.x(),
            (float) place.y(),
            (float) place.z(),
            (float) turned.roll(),
            (float) turned.pitch(),
            (float) turned.yaw());
      }
    };
  }
}
