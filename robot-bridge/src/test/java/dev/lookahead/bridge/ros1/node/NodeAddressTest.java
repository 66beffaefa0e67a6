package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NodeAddressTest {

  /** A second address of the loopback interface, which Linux has without any setup. */
  private static final String OTHER = "127.0.0.2";

  @Test
  void aNodeListensOnExactlyTheAddressItWasTold() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode node =
            ConnectedNode.connect(
                NodeConfiguration.newPublic(
                    "planner", OTHER, core.getUri(), TestNodes.sources()))) {
      URI uri = node.getUri();
      assertThat(uri.getHost()).isEqualTo(OTHER);
      InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      InetAddress first = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      try (Socket there = new Socket(other, uri.getPort());
          Socket elsewhere = new Socket()) {
        assertThat(there.isConnected()).isTrue();
        assertThatThrownBy(
                () -> elsewhere.connect(new InetSocketAddress(first, uri.getPort()), 1000))
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    assertThatThrownBy(
            () ->
                ConnectedNode.connect(
                    NodeConfiguration.newPublic(
                        "planner",
                        "no-such-host.invalid",
                        URI.create("http://127.0.0.1:1"),
                        TestNodes.sources())))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "ROS_HOSTNAME or ROS_IP names the host 'no-such-host.invalid', which is unknown here:"
                + " use an address");
  }
}
