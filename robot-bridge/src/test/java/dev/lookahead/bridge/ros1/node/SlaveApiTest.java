package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcFault;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcLimits;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlaveApiTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final XmlRpcClient client = new XmlRpcClient(loop, XmlRpcLimits.defaults(), SOON);
  private RosCore core;
  private ConnectedNode node;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    node = TestNodes.node("planner", core.getUri());
  }

  @AfterEach
  void leave() {
    node.close();
    core.close();
    loop.shutdownGracefully().awaitUninterruptibly(0);
  }

  private RosReply ask(java.lang.String method, XmlRpcValue... more) throws IOException {
    XmlRpcValue[] all = new XmlRpcValue[more.length + 1];
    all[0] = new Text("/test");
    System.arraycopy(more, 0, all, 1, more.length);
    return RosReply.of(client.call(node.getUri(), XmlRpcCall.of(method, all)));
  }

  @Test
  void aNodeSaysWhatItPublishesAndSubscribes() throws Exception {
    node.newSubscriber("chatter", String.TYPE);
    Publisher<String> publisher = node.newPublisher("chatter", String.TYPE);
    await("it hears itself", SOON, publisher::hasSubscribers);
    assertThat(ask("getSubscriptions").value())
        .isEqualTo(
            XmlRpcValue.array(
                XmlRpcValue.array(new Text("/chatter"), new Text("std_msgs/String"))));
    assertThat(ask("getPublications").value().asList())
        .contains(XmlRpcValue.array(new Text("/chatter"), new Text("std_msgs/String")))
        .hasSize(2);
    await("both ends are listed", SOON, () -> ask("getBusInfo").value().asList().size() == 2);
    assertThat(ask("getBusStats").value().asList()).hasSize(3);
    assertThat(ask("getPid").value().asInt()).isEqualTo((int) ProcessHandle.current().pid());
    assertThat(ask("getMasterUri").value()).isEqualTo(new Text(core.getUri().toString()));
  }

  @Test
  void whatIsNotPublishedOrNotOverTcprosIsRefused() throws Exception {
    XmlRpcValue tcpros = XmlRpcValue.array(XmlRpcValue.array(new Text("TCPROS")));
    assertThat(ask("requestTopic", new Text("/none"), tcpros).status())
        .isEqualTo("this node does not publish /none");
    XmlRpcValue udp = XmlRpcValue.array(XmlRpcValue.array(new Text("UDPROS"), new Text("")));
    assertThat(ask("requestTopic", new Text("/rosout"), udp).code()).isEqualTo(-1);
    assertThat(ask("requestTopic", new Text("/rosout"), tcpros).value().asList()).hasSize(3);
  }

  @Test
  void callsThatMakeNoSenseAreFaults() {
    assertThatThrownBy(() -> ask("makeCoffee"))
        .isInstanceOf(XmlRpcFault.class)
        .hasMessage("this node has no method makeCoffee");
    assertThatThrownBy(() -> ask("requestTopic"))
        .isInstanceOf(XmlRpcFault.class)
        .hasMessage("requestTopic needs at least 2 parameters, got 1");
    assertThatThrownBy(() -> ask("publisherUpdate", new Text("/a b"), XmlRpcValue.array()))
        .isInstanceOf(XmlRpcFault.class)
        .hasMessageStartingWith("a graph name must start with");
  }

  @Test
  void shutdownEndsTheNode() throws Exception {
    assertThat(ask("shutdown", new Text("enough")).succeeded()).isTrue();
    await("the node ends", SOON, () -> !node.isOpen());
  }
}
