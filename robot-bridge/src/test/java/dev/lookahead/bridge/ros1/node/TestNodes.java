package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.peer.RealRos;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** Nodes for tests. */
public final class TestNodes {

  private TestNodes() {}

  public static NodeSources sources() {
    return new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom(1));
  }

  public static ConnectedNode node(String name, URI master, String... arguments)
      throws IOException {
    return ConnectedNode.connect(
        NodeConfiguration.of(
            name,
            RosEnvironment.defaults().withMaster(master),
            RosArguments.parse(List.of(arguments)),
            sources()));
  }

  /** A node of a real roscore that may still be starting. */
  public static ConnectedNode node(String name, RealRos ros) throws Exception {
    ConnectedNode[] node = new ConnectedNode[1];
    RealRos.await(
        "a node can join",
        Duration.ofSeconds(20),
        () -> {
          try {
            node[0] = node(name, ros.masterUri());
            return true;
          } catch (IOException e) {
            return false;
          }
        });
    return node[0];
  }
}
