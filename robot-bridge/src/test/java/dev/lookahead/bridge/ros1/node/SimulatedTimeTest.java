package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedTimeTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void withUseSimTimeTheTimeIsThatOfTheClockTopic() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode simulator = TestNodes.node("simulator", core.getUri())) {
      assertThat(simulator.getCurrentTime().secs()).isPositive();
      simulator.getParameterTree().set("/use_sim_time", true);
      Publisher<Clock> clock = simulator.newPublisher("/clock", Clock.TYPE);
      try (ConnectedNode node = TestNodes.node("planner", core.getUri())) {
        assertThat(node.getCurrentTime()).isEqualTo(RosTime.ZERO);
        await("the node listens", SOON, clock::hasSubscribers);
        for (RosTime time : new RosTime[] {new RosTime(5, 7), new RosTime(1, 0)}) {
          clock.publish(Clock.of(time));
          await("the time is " + time, SOON, () -> node.getCurrentTime().equals(time));
        }
      }
    }
  }
}
