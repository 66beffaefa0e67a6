package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import java.util.List;

/**
 * One quantity of some joints, from {@code sensor_msgs/JointState}.
 *
 * @param joints by name, in the order of the model's values; at least one
 * @param maxAge since the newest report arrived; an older one is not felt, 1 ms to 60 s
 */
public record JointStateSource(
    String topic, Quantity quantity, List<String> joints, Duration maxAge)
    implements ProprioceptionSource, TopicSource {

  /** Copies the names and checks the range. */
  public JointStateSource {
    joints = List.copyOf(joints);
    if (joints.isEmpty()) {
      throw new IllegalArgumentException("joints of " + topic + " must be at least 1, got 0");
    }
    maxAge = MaxAge.checked(maxAge);
  }

  @Override
  public int size() {
    return joints.size();
  }

  @Override
  public Sense<JointState> sense() {
    return new Sense<>(
        JointState.TYPE,
        message -> {
          double[] numbers =
              JointNumbers.of(
                  "JointState on " + topic,
                  joints,
                  message.name(),
                  JointStateOutput.of(message, quantity));
          float[] values = new float[numbers.length];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
          }
          return new Proprioception(values);
        },
        message -> message.header().stamp().toNanos());
  }
}
