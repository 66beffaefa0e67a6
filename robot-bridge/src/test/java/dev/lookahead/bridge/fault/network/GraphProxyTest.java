package dev.lookahead.bridge.fault.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.std_msgs.Int32;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.node.TestNodes;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One node behind the network, one in front of it. */
class GraphProxyTest {

  private static final int PATIENCE_SECONDS = 20;

  private RosCore core;
  private TcpFaultProxy network;
  private GraphProxy proxy;
  private ConnectedNode behind;
  private ConnectedNode before;

  @BeforeEach
  void start() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    network = TcpFaultProxy.open(new SplittableRandom(2), System::nanoTime);
    proxy = new GraphProxy(core.getUri(), network);
    behind = TestNodes.node("behind", proxy.masterUri());
    before = TestNodes.node("before", core.getUri());
  }

  @AfterEach
  void end() {
    behind.close();
    before.close();
    proxy.close();
    network.close();
    core.close();
  }

  private static BlockingQueue<Integer> hear(ConnectedNode node, String topic) {
    BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
    node.newSubscriber(topic, Int32.TYPE).addMessageListener(number -> heard.add(number.data()));
    return heard;
  }

  private static int send(Publisher<Int32> publisher, int number, BlockingQueue<Integer> heard)
      throws InterruptedException {
    while (!publisher.hasSubscribers()) {
      Thread.sleep(10);
    }
    publisher.publish(Int32.of(number));
    Integer got = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return got == null ? -1 : got;
  }

  @Test
  void messagesPassBothWays() throws Exception {
    BlockingQueue<Integer> there = hear(before, "/there");
    BlockingQueue<Integer> back = hear(behind, "/back");
    assertThat(send(behind.newPublisher("/there", Int32.TYPE), 1, there)).isEqualTo(1);
    assertThat(send(before.newPublisher("/back", Int32.TYPE), 2, back)).isEqualTo(2);
  }

  @Test
  void inAPartitionNothingPassesEitherWay() throws Exception {
    BlockingQueue<Integer> there = hear(before, "/there");
    BlockingQueue<Integer> back = hear(behind, "/back");
    Publisher<Int32> toThere = behind.newPublisher("/there", Int32.TYPE);
    Publisher<Int32> toBack = before.newPublisher("/back", Int32.TYPE);
    send(toThere, 1, there);
    send(toBack, 1, back);
    network.apply(new NetworkFault.Partition());
    toThere.publish(Int32.of(2));
    toBack.publish(Int32.of(3));
    assertThat(there.poll(200, TimeUnit.MILLISECONDS)).isNull();
    assertThat(back.poll(200, TimeUnit.MILLISECONDS)).isNull();
    network.apply(new NetworkFault.None());
    assertThat(there.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(back.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(3);
  }

  @Test
  void afterAResetTheNodesFindEachOtherAgain() throws Exception {
    BlockingQueue<Integer> there = hear(before, "/there");
    Publisher<Int32> toThere = behind.newPublisher("/there", Int32.TYPE);
    send(toThere, 1, there);
    network.apply(new NetworkFault.Reset());
    Integer got = null;
    for (int i = 0; i < 1_000 && got == null; i++) {
      toThere.publish(Int32.of(4));
      got = there.poll(20, TimeUnit.MILLISECONDS);
    }
    assertThat(got).isEqualTo(4);
  }
}
