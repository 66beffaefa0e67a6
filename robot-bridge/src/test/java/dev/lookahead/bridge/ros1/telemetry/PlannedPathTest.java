package dev.lookahead.bridge.ros1.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Pose;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Path;
import dev.lookahead.planner.ActionSequence;
import dev.lookahead.worldmodel.Action;
import java.time.Duration;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlannedPathTest {

  private static final RosTime STAMP = new RosTime(10, 0);
  private static final Offset<Double> NEAR = within(1e-6);

  @Test
  void aDriveAheadIsAStraightLineThatBeginsAtTheRobot() {
    Path path = path(PlannedPathTest::wheeled, 2, 1, 0, 1, 0);

    assertThat(path.header().frameId()).isEqualTo("base_link");
    assertThat(path.poses()).hasSize(3);
    assertThat(path.poses().get(0).pose().position().x()).isZero();
    assertThat(last(path).position().x()).isCloseTo(1, NEAR);
    assertThat(last(path).position().y()).isCloseTo(0, NEAR);
    assertThat(path.poses().get(2).header().stamp()).isEqualTo(new RosTime(11, 0));
  }

  @Test
  void aTurnWhileDrivingIsAnArcToTheLeft() {
    float[] steps = new float[200];
    for (int i = 0; i < steps.length; i += 2) {
      steps[i] = 1;
      steps[i + 1] = (float) (Math.PI / 100);
    }
    Path path = path(PlannedPathTest::wheeled, 100, steps);

    // A quarter of a circle whose length is 50 m: the radius is 100 / pi.
    assertThat(last(path).position().x()).isCloseTo(100 / Math.PI, within(1e-2));
    assertThat(last(path).position().y()).isCloseTo(100 / Math.PI, within(1e-2));
    assertThat(last(path).orientation().z()).isCloseTo(Math.sin(Math.PI / 4), within(1e-4));
  }

  @Test
  void aRobotThatMovesSidewaysGoesLeftForPositiveY() {
    Path path = path(PlannedPathTest::sideways, 1, 0, 1);

    assertThat(last(path).position().y()).isCloseTo(0.5, NEAR);
  }

  private static Pose last(Path path) {
    return path.poses().get(path.poses().size() - 1).pose();
  }

  /** Ahead and counter-clockwise. */
  private static Twist wheeled(Action action) {
    return Twist.of(Vector3.of(action.get(0), 0, 0), Vector3.of(0, 0, action.get(1)));
  }

  /** Ahead and left. */
  private static Twist sideways(Action action) {
    return Twist.of(Vector3.of(action.get(0), action.get(1), 0), Vector3.of(0, 0, 0));
  }

  private static Path path(Function<Action, Twist> twists, int steps, float... values) {
    return new PlannedPath(twists, Duration.ofMillis(500), "base_link")
        .of(new ActionSequence(steps, 2, values), STAMP);
  }
}
