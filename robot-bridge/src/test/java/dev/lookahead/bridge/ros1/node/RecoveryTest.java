package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.name.GraphName;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void everythingIsRegisteredAgainAtARestartedMaster() throws Exception {
    RosCore first = RosCore.newPrivate(0, new SplittableRandom(1));
    int port = first.getUri().getPort();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (ConnectedNode listener = TestNodes.node("listener", first.getUri())) {
      listener.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add);
      first.close();
      try (RosCore second = RosCore.newPrivate(port, new SplittableRandom(2));
          ConnectedNode talker = TestNodes.node("talker", second.getUri())) {
        Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
        await("the subscriber comes back", SOON, publisher::hasSubscribers);
        publisher.publish(String.of("hello again"));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(String.of("hello again"));
        await("all is registered", SOON, listener::isRegistered);
      }
    }
  }

  @Test
  void aLinkSurvivesTheMastersAbsence() throws Exception {
    RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (ConnectedNode talker = TestNodes.node("talker", core.getUri());
        ConnectedNode listener = TestNodes.node("listener", core.getUri())) {
      Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
      listener.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add);
      await("a subscriber", SOON, publisher::hasSubscribers);
      core.close();
      publisher.publish(String.of("without a master"));
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(String.of("without a master"));
    }
  }

  @Test
  void aNodeWhoseNameIsTakenIsShutDown() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode old = TestNodes.node("planner", core.getUri())) {
      BlockingQueue<java.lang.String> reasons = new LinkedBlockingQueue<>();
      old.addShutdownListener(reasons::add);
      try (ConnectedNode young = TestNodes.node("planner", core.getUri())) {
        assertThat(reasons.poll(5, TimeUnit.SECONDS))
            .isEqualTo("/master says: [/planner] Reason: new node registered with same name");
        await("the old one ends", SOON, () -> !old.isOpen());
        assertThat(young.getMaster().lookupNode(GraphName.of("/planner"))).contains(young.getUri());
      }
    }
  }

  @Test
  void noMasterIsASentence() {
    assertThatThrownBy(() -> TestNodes.node("planner", URI.create("http://127.0.0.1:1")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "no ROS master answers at http://127.0.0.1:1: start roscore, or set ROS_MASTER_URI");
  }

  @Test
  void aRemoteMasterNeedsAnAddressItCanDial() {
    assertThatThrownBy(() -> TestNodes.node("planner", URI.create("http://192.0.2.1:11311")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("set ROS_IP");
  }

  @Test
  void aHundredLivesLeaveNoThreadAndNoSocketBehind() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode talker = TestNodes.node("talker", core.getUri())) {
      Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
      live(core.getUri(), publisher);
      int threads = threads();
      long sockets = descriptors();
      for (int i = 0; i < 100; i++) {
        live(core.getUri(), publisher);
      }
      await("threads end", SOON, () -> threads() <= threads);
      await("descriptors are closed", SOON, () -> descriptors() <= sockets + 4);
    }
  }

  private static void live(URI master, Publisher<String> publisher) throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (ConnectedNode listener = TestNodes.node("listener", master)) {
      listener.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add);
      await("a subscriber", SOON, publisher::hasSubscribers);
      publisher.publish(String.of("hello"));
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
    }
    await("the subscriber is gone", SOON, () -> !publisher.hasSubscribers());
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long descriptors() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (var all = Files.list(open)) {
      return all.count();
    }
  }
}
