package dev.lookahead.bridge.ros1.tf;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Transform;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TransformStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Clock;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.msg.tf2_msgs.TFMessage;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.node.TestNodes;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransformListenerTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private static TFMessage message(String parent, String child, double x, double qw) {
    return TFMessage.of(
        List.of(
            TransformStamped.of(
                Header.of(0, new RosTime(1, 0), parent),
                child,
                Transform.of(Vector3.of(x, 0, 0), Quaternion.of(0, 0, 0, qw)))));
  }

  @Test
  void movingAndStaticTransformsReachTheTreeAndBadOnesAreCounted() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode robot = TestNodes.node("robot", core.getUri());
        ConnectedNode node = TestNodes.node("planner", core.getUri())) {
      Publisher<TFMessage> moving = robot.newPublisher("/tf", TFMessage.TYPE);
      Publisher<TFMessage> fixed =
          robot.newPublisher("/tf_static", TFMessage.TYPE, PublicationHints.latched());
      fixed.publish(message("base", "camera", 1, 1));
      TransformTree tree = new TransformTree(TransformTreeLimits.defaults());
      try (TransformListener listener = new TransformListener(node, tree)) {
        await("the listener listens", SOON, moving::hasSubscribers);
        moving.publish(message("map", "base", 2, 1));
        moving.publish(message("map", "wrong", 2, 0));
        await("the bad one is counted", SOON, () -> listener.refused() == 1);
        await("the static one arrives", SOON, () -> connected(tree));
        assertThat(tree.lookup("map", "camera", 1_000_000_000L).x()).isEqualTo(3);
      }
    }
  }

  @Test
  void transformsFromTheFutureAreCountedAndAClockThatBeginsAgainClearsTheTree() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode robot = TestNodes.node("robot", core.getUri())) {
      robot.getParameterTree().set("/use_sim_time", true);
      Publisher<Clock> clock = robot.newPublisher("/clock", Clock.TYPE, PublicationHints.latched());
      Publisher<TFMessage> moving = robot.newPublisher("/tf", TFMessage.TYPE);
      TransformTree tree = new TransformTree(TransformTreeLimits.defaults());
      try (ConnectedNode node = TestNodes.node("planner", core.getUri());
          TransformListener listener = new TransformListener(node, tree)) {
        await("the listener listens", SOON, moving::hasSubscribers);
        moving.publish(message("map", "base", 2, 1));
        await("it is from the future", SOON, () -> listener.refused() == 1);

        clock.publish(Clock.of(new RosTime(90, 0)));
        await("time is 90", SOON, () -> node.getCurrentTime().secs() == 90);
        moving.publish(message("map", "base", 2, 1));
        await("it is kept", SOON, () -> knows(tree, "map", "base"));

        clock.publish(Clock.of(new RosTime(5, 0)));
        await("time is 5", SOON, () -> node.getCurrentTime().secs() == 5);
        moving.publish(message("odom", "wheel", 2, 1));
        await("the new one is kept", SOON, () -> knows(tree, "odom", "wheel"));
        assertThat(knows(tree, "map", "base")).isFalse();
        assertThat(listener.refused()).isEqualTo(1);
      }
    }
  }

  private static boolean knows(TransformTree tree, String parent, String child) {
    try {
      return tree.lookup(parent, child, 1_000_000_000L).x() == 2;
    } catch (TransformException e) {
      return false;
    }
  }

  private static boolean connected(TransformTree tree) {
    try {
      tree.lookup("map", "camera", 1_000_000_000L);
      return true;
    } catch (TransformException e) {
      return false;
    }
  }
}
