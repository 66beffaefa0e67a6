package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.worldmodel.Action;
import java.util.List;

/**
 * Velocities of a body as {@code geometry_msgs/Twist} or {@code TwistStamped}: m/s and rad/s, x
 * forward, y left, z up (REP 103). What no axis names is 0.
 *
 * @param stamped whether the robot takes {@code TwistStamped}
 * @param frame the frame of a stamped twist
 * @param axes with targets {@code linear.x} to {@code angular.z}
 */
public record TwistOutput(String topic, boolean stamped, String frame, List<CommandAxis> axes)
    implements NumbersOutput {

  private static final List<String> FIELDS =
      List.of("linear.x", "linear.y", "linear.z", "angular.x", "angular.y", "angular.z");

  /** Refuses targets that a twist does not have. */
  public TwistOutput {
    axes = NumbersOutput.checked(axes);
    for (CommandAxis axis : axes) {
      if (!FIELDS.contains(axis.target())) {
        throw new IllegalArgumentException(
            "'%s' goes to one of %s of a twist, got '%s'"
                .formatted(axis.name(), FIELDS, axis.target()));
      }
    }
  }

  /** A plain twist on {@code /cmd_vel}; the axes have no default. */
  public static TwistOutput of(List<CommandAxis> axes) {
    return new TwistOutput("/cmd_vel", false, "base_link", axes);
  }

  @Override
  public NumbersOutput on(String other) {
    return new TwistOutput(other, stamped, frame, axes);
  }

  @Override
  public CommandCodec<?> codec() {
    return stamped ? new Stamped() : new Plain();
  }

  /** What an action is to the robot. */
  public Twist twist(Action action) {
    return twist(numbers(action));
  }

  private Twist twist(double[] numbers) {
    double[] fields = new double[FIELDS.size()];
    for (int i = 0; i < numbers.length; i++) {
      fields[FIELDS.indexOf(axes.get(i).target())] = numbers[i];
    }
    return Twist.of(
        Vector3.of(fields[0], fields[1], fields[2]), Vector3.of(fields[3], fields[4], fields[5]));
  }

  private double[] numbers(Twist twist) {
    double[] fields = {
      twist.linear().x(), twist.linear().y(), twist.linear().z(),
      twist.angular().x(), twist.angular().y(), twist.angular().z()
    };
    return axes.stream().mapToDouble(axis -> fields[FIELDS.indexOf(axis.target())]).toArray();
  }

  private final class Plain implements CommandCodec<Twist> {

    @Override
    public MessageType<Twist> type() {
      return Twist.TYPE;
    }

    @Override
    public Twist encode(double[] numbers, RosTime stamp) {
      return twist(numbers);
    }

    @Override
    public double[] decode(Twist message) {
      return numbers(message);
    }
  }

  private final class Stamped implements CommandCodec<TwistStamped> {

    @Override
    public MessageType<TwistStamped> type() {
      return TwistStamped.TYPE;
    }

    @Override
    public TwistStamped encode(double[] numbers, RosTime stamp) {
      return TwistStamped.of(Header.of(0, stamp, frame), twist(numbers));
    }

    @Override
    public double[] decode(TwistStamped message) {
      return numbers(message.twist());
    }
  }
}
