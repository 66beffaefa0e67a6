package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Point;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Pose;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Path;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.planner.ActionSequence;
import dev.lookahead.worldmodel.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where planned velocities would lead on level ground, seen from the robot: each step moves with
 * the twist of its action for one control period, x forward, y left, heading counter-clockwise (REP
 * 103), by the midpoint rule. It knows nothing of walls or slip; that is for the latent prediction.
 *
 * @param twists what an action is to the robot: m/s and rad/s
 * @param period of an action
 * @param frame that moves with the robot
 */
public record PlannedPath(Function<? super Action, Twist> twists, Duration period, String frame) {

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * The path from the robot on, its own place included.
   *
   * @param stamp when the plan begins
   */
  public Path of(ActionSequence actions, RosTime stamp) {
    double seconds = period.toNanos() / NANOS_PER_SECOND;
    List<PoseStamped> poses = new ArrayList<>();
    double x = 0;
    double y = 0;
    double heading = 0;
    poses.add(pose(stamp, x, y, heading));
    for (int step = 0; step < actions.steps(); step++) {
      Twist twist = twists.apply(actions.action(step));
      double turn = twist.angular().z() * seconds;
      double between = heading + turn / 2;
      double ahead = twist.linear().x() * seconds;
      double left = twist.linear().y() * seconds;
      x += ahead * StrictMath.cos(between) - left * StrictMath.sin(between);
      y += ahead * StrictMath.sin(between) + left * StrictMath.cos(between);
      heading += turn;
      RosTime then = RosTime.ofNanos(stamp.toNanos() + (step + 1) * period.toNanos());
      poses.add(pose(then, x, y, heading));
    }
    return Path.of(Header.of(0, stamp, frame), poses);
  }

  private PoseStamped pose(RosTime stamp, double x, double y, double heading) {
    Quaternion turned =
        Quaternion.of(0, 0, StrictMath.sin(heading / 2), StrictMath.cos(heading / 2));
    return PoseStamped.of(Header.of(0, stamp, frame), Pose.of(Point.of(x, y, 0), turned));
  }
}
