package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import java.util.List;

/**
 * How far a gripper is closed, from the position of its joint in {@code sensor_msgs/JointState}.
 *
 * @param topic of the joint states
 * @param joint that moves with the fingers
 * @param travel of that joint, in its unit: radians, or metres of one finger
 */
public record GripperJoint(String topic, String joint, GripperTravel travel) {

  /** What a finger may stand beyond its ends before the ends are wrong, of the whole travel. */
  private static final double SLACK = 0.1;

  /** As a sense of one value, 0 open to 1 closed. */
  TopicSource source(Duration maxAge) {
    return new Share(maxAge);
  }

  private double closed(JointState state) throws MessageFormatException {
    String what = "JointState on " + topic;
    double position = JointNumbers.of(what, List.of(joint), state.name(), state.position())[0];
    double share = travel.share(position);
    if (!(share >= -SLACK && share <= 1 + SLACK)) {
      throw new MessageFormatException(
          what,
          "'%s' from open at %s to closed at %s".formatted(joint, travel.open(), travel.closed()),
          Double.toString(position));
    }
    return Math.max(0, Math.min(1, share));
  }

  private final class Share implements TopicSource {

    private final Duration maxAge;

    Share(Duration maxAge) {
      this.maxAge = maxAge;
    }

    @Override
    public String topic() {
      return topic;
    }

    @Override
    public Duration maxAge() {
      return maxAge;
    }

    @Override
    public Sense<JointState> sense() {
      return new Sense<>(
          JointState.TYPE,
          state -> new Proprioception((float) closed(state)),
          state -> state.header().stamp().toNanos());
    }
  }
}
