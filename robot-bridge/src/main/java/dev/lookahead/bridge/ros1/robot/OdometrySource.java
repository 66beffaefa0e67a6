package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Odometry;
import dev.lookahead.bridge.ros1.tf.RigidTransform;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import java.util.List;

/**
 * Pose and velocity of a body that moves on the ground, from {@code nav_msgs/Odometry}.
 *
 * @param fields in the order of the model's values; at least one
 * @param maxAge since the newest report arrived; an older one is not felt, 1 ms to 60 s
 */
public record OdometrySource(String topic, List<Field> fields, Duration maxAge)
    implements ProprioceptionSource, TopicSource {

  /** A value of an odometry. */
  public enum Field {
    /** Metres in the odometry's frame. */
    X,
    /** Metres in the odometry's frame. */
    Y,
    /** Radians from the frame's x axis to the body's, -pi to pi. */
    YAW,
    /** Metres per second, forward, in the body's frame. */
    VX,
    /** Metres per second, to the left, in the body's frame. */
    VY,
    /** Radians per second, to the left. */
    YAW_RATE
  }

  /** Copies the fields and checks the range. */
  public OdometrySource {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("fields of " + topic + " must be at least 1, got 0");
    }
    maxAge = MaxAge.checked(maxAge);
  }

  @Override
  public int size() {
    return fields.size();
  }

  @Override
  public Sense<Odometry> sense() {
    return new Sense<>(
        Odometry.TYPE,
        message -> {
          float[] values = new float[fields.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) value(fields.get(i), message);
          }
          return new Proprioception(values);
        },
        message -> message.header().stamp().toNanos());
  }

  private static double value(Field field, Odometry odometry) {
    Twist twist = odometry.twist().twist();
    return switch (field) {
      case X -> odometry.pose().pose().position().x();
      case Y -> odometry.pose().pose().position().y();
      case YAW -> {
        Quaternion turned = odometry.pose().pose().orientation();
        yield RigidTransform.yaw(turned.x(), turned.y(), turned.z(), turned.w());
      }
      case VX -> twist.linear().x();
      case VY -> twist.linear().y();
      case YAW_RATE -> twist.angular().z();
    };
  }
}
