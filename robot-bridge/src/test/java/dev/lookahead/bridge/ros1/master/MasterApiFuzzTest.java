package dev.lookahead.bridge.ros1.master;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcLimits;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Well-formed calls that make little sense: answered or refused, nothing else. */
class MasterApiFuzzTest {

  private static final int CALLS = 100_000;
  private static final List<String> METHODS =
      List.of(
          "registerPublisher",
          "registerSubscriber",
          "unregisterPublisher",
          "unregisterSubscriber",
          "registerService",
          "unregisterService",
          "lookupService",
          "lookupNode",
          "getSystemState",
          "getTopicTypes",
          "getPublishedTopics",
          "getUri",
          "getParam",
          "setParam",
          "deleteParam",
          "hasParam",
          "searchParam",
          "getParamNames",
          "subscribeParam",
          "unsubscribeParam",
          "");
  private static final List<XmlRpcValue> VALUES =
      List.of(
          new XmlRpcValue.Text("/a"),
          new XmlRpcValue.Text("/a/b"),
          new XmlRpcValue.Text("b"),
          new XmlRpcValue.Text("~x"),
          new XmlRpcValue.Text("/"),
          new XmlRpcValue.Text(""),
          new XmlRpcValue.Text("no name"),
          new XmlRpcValue.Text("http://127.0.0.1:1/"),
          new XmlRpcValue.Text("http://127.0.0.1:2/"),
          new XmlRpcValue.Text("rosrpc://127.0.0.1:99999"),
          new XmlRpcValue.Text("mailto:nobody"),
          new XmlRpcValue.Int(7),
          XmlRpcValue.array(new XmlRpcValue.Bool(true)),
          new XmlRpcValue.Struct(Map.of()),
          new XmlRpcValue.Struct(Map.of("c", new XmlRpcValue.Int(1))),
          new XmlRpcValue.Struct(Map.of("c d", new XmlRpcValue.Int(1))));

  @Test
  void anyCallIsAnsweredOrRefused() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    XmlRpcClient client = new XmlRpcClient(loop, XmlRpcLimits.defaults(), Duration.ofMillis(10));
    SlaveNotifier silent = new SlaveNotifier(client, task -> {});
    MasterApi api =
        new MasterApi(
            new GraphRegistry(),
            new ParameterApi(new ParameterStore(), silent),
            silent,
            () -> URI.create("http://127.0.0.1:11311"));
    int answered = 0;
    for (int i = 0; i < CALLS; i++) {
      try {
        RosReply.of(api.answer(call(random)));
        answered++;
      } catch (IOException | IllegalArgumentException refused) {
        assertThat(refused).isNotNull();
      }
    }
    assertThat(answered).isGreaterThan(CALLS / 20);
    loop.shutdownGracefully().awaitUninterruptibly(0);
  }

  private static XmlRpcCall call(SplittableRandom random) {
    List<XmlRpcValue> parameters = new ArrayList<>();
    for (int count = random.nextInt(6); count > 0; count--) {
      parameters.add(VALUES.get(random.nextInt(VALUES.size())));
    }
    return new XmlRpcCall(METHODS.get(random.nextInt(METHODS.size())), parameters);
  }
}
