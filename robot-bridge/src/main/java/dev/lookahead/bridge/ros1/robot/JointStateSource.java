package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.worldmodel.Proprioception;
import java.util.List;

/**
 * One quantity of some joints, from {@code sensor_msgs/JointState}.
 *
 * @param joints by name, in the order of the model's values; at least one
 */
public record JointStateSource(String topic, Quantity quantity, List<String> joints)
    implements ProprioceptionSource, TopicSource {

  /** Copies the names. */
  public JointStateSource {
    joints = List.copyOf(joints);
    if (joints.isEmpty()) {
      throw new IllegalArgumentException("joints of " + topic + " must be at least 1, got 0");
    }
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
