package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosDuration;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.msg.trajectory_msgs.JointTrajectory;
import dev.lookahead.bridge.ros1.msg.trajectory_msgs.JointTrajectoryPoint;
import java.time.Duration;
import java.util.List;

/**
 * Positions of joints as {@code trajectory_msgs/JointTrajectory} with one point, as a {@code
 * joint_trajectory_controller} takes them. The stamp is zero: begin at once, and replace what is
 * under way.
 *
 * @param reach how long the way to the positions may take, 1 ms to 10 s; a little more than a
 *     control period moves smoothly
 * @param axes with names of joints as targets
 */
public record JointTrajectoryOutput(String topic, Duration reach, List<CommandAxis> axes)
    implements NumbersOutput {

  private static final Duration LEAST_REACH = Duration.ofMillis(1);
  private static final Duration MOST_REACH = Duration.ofSeconds(10);

  /** Checks the range. */
  public JointTrajectoryOutput {
    axes = NumbersOutput.checked(axes);
    if (reach.compareTo(LEAST_REACH) < 0 || reach.compareTo(MOST_REACH) > 0) {
      throw new IllegalArgumentException(
          "reach must be from " + LEAST_REACH + " to " + MOST_REACH + ", got " + reach);
    }
  }

  @Override
  public NumbersOutput on(String other) {
    return new JointTrajectoryOutput(other, reach, axes);
  }

  @Override
  public List<String> joints() {
    return axes.stream().map(CommandAxis::target).toList();
  }

  @Override
  public CommandCodec<?> codec() {
    List<String> joints = joints();
    RosDuration fromStart = RosDuration.ofNanos(reach.toNanos());
    return new CommandCodec<JointTrajectory>() {

      @Override
      public MessageType<JointTrajectory> type() {
        return JointTrajectory.TYPE;
      }

      @Override
      public JointTrajectory encode(double[] numbers, RosTime stamp) {
        JointTrajectoryPoint point =
            JointTrajectoryPoint.builder().positions(numbers).timeFromStart(fromStart).build();
        return JointTrajectory.of(Header.zero(), joints, List.of(point));
      }

      @Override
      public double[] decode(JointTrajectory message) throws MessageFormatException {
        double[] positions =
            message.points().isEmpty() ? new double[0] : message.points().get(0).positions();
        return JointNumbers.of("JointTrajectory", joints, message.jointNames(), positions);
      }
    };
  }
}
