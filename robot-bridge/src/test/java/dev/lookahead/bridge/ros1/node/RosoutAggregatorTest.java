package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.peer.RealRos;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RosoutAggregatorTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void whatAnyNodeLogsIsSaidAgainByOne() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        RosoutAggregator rosout =
            RosoutAggregator.start(
                RosEnvironment.defaults().withMaster(core.getUri()), TestNodes.sources());
        ConnectedNode first = TestNodes.node("first", core.getUri());
        ConnectedNode second = TestNodes.node("second", core.getUri());
        ConnectedNode console = TestNodes.node("console", core.getUri())) {
      assertThat(rosout).isNotNull();
      console
          .newSubscriber("/rosout_agg", Log.TYPE)
          .addMessageListener(line -> heard.add(line.name() + " " + line.msg()), 100);

      RealRos.await(
          "both are heard",
          SOON,
          () -> {
            first.getLog().info("here");
            second.getLog().warn("there");
            return heard.containsAll(List.of("/first here", "/second there"));
          });
      assertThat(console.getMaster().lookupNode(GraphName.of("/rosout"))).isPresent();
    }
  }
}
