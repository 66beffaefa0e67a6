package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.std_msgs.Bool;
import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.tcpros.LatestBody;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.bridge.ros1.tcpros.TransportHints;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private RosCore core;
  private ConnectedNode talker;
  private ConnectedNode listener;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    talker = TestNodes.node("talker", core.getUri());
    listener = TestNodes.node("listener", core.getUri());
  }

  @AfterEach
  void leave() {
    talker.close();
    listener.close();
    core.close();
  }

  private String next() throws InterruptedException {
    return heard.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Test
  void messagesArriveInOrder() throws Exception {
    listener.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add, 100);
    Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
    await("a subscriber", SOON, publisher::hasSubscribers);
    for (int i = 0; i < 50; i++) {
      publisher.publish(String.of("message " + i));
    }
    for (int i = 0; i < 50; i++) {
      assertThat(next()).isEqualTo(String.of("message " + i));
    }
  }

  @Test
  void aLatchedMessageReachesANewcomerAndAListenerAddedLater() throws Exception {
    Publisher<String> publisher =
        talker.newPublisher("map", String.TYPE, PublicationHints.latched());
    publisher.publish(String.of("first"));
    publisher.publish(String.of("last"));
    Subscriber<String> subscriber = listener.newSubscriber("map", String.TYPE);
    await("a latched link", SOON, subscriber::getLatchMode);
    await("the message", SOON, () -> subscriber.statistics().get(0).messages() == 1);
    Thread.sleep(50);
    subscriber.addMessageListener(heard::add);
    assertThat(next()).isEqualTo(String.of("last"));
  }

  @Test
  void anotherTypeOnTheTopicIsRefusedWithASentenceAndNeverDelivered() throws Exception {
    Publisher<Bool> publisher = talker.newPublisher("chatter", Bool.TYPE);
    Subscriber<String> subscriber = listener.newSubscriber("chatter", String.TYPE);
    subscriber.addMessageListener(heard::add);
    publisher.publish(Bool.of(true));
    await("it is said", SOON, () -> subscriber.problem().orElseThrow().contains("refused"));
    assertThat(subscriber.problem().orElseThrow())
        .startsWith("/chatter is not received from 127.0.0.1:")
        .endsWith("expected md5sum " + Bool.TYPE.md5() + ", the peer has " + String.TYPE.md5());
    assertThat(publisher.getNumberOfSubscribers()).isZero();
    assertThat(heard).isEmpty();
  }

  @Test
  void aTopicThatNobodyPublishesIsSaid() throws Exception {
    Subscriber<String> subscriber = listener.newSubscriber("chatter", String.TYPE);
    assertThat(subscriber.problem())
        .contains("nobody publishes /chatter: expected a publisher of std_msgs/String");
    Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
    await("a subscriber", SOON, publisher::hasSubscribers);
    await("no problem", SOON, () -> subscriber.problem().isEmpty());
  }

  @Test
  void aTopicIsPublishedOncePerNode() {
    talker.newPublisher("chatter", String.TYPE);
    assertThatThrownBy(() -> talker.newPublisher("/chatter", String.TYPE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this node publishes /chatter already");
  }

  @Test
  void aClosedPublisherCanBeReplacedAndTheSubscriberFollows() throws Exception {
    listener.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add, 10);
    Publisher<String> first = talker.newPublisher("chatter", String.TYPE);
    await("a subscriber", SOON, first::hasSubscribers);
    first.close();
    Publisher<String> second = talker.newPublisher("chatter", String.TYPE);
    await("the subscriber again", SOON, second::hasSubscribers);
    second.publish(String.of("again"));
    assertThat(next()).isEqualTo(String.of("again"));
  }

  @Test
  void theNewestBodyWinsAndBuffersGoRound() throws Exception {
    LatestBody latest = new LatestBody();
    listener.newBodySubscriber("chatter", String.TYPE, TransportHints.defaults(), latest);
    Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
    await("a subscriber", SOON, publisher::hasSubscribers);
    for (int i = 0; i < 10; i++) {
      publisher.publish(String.of("message " + i));
    }
    await("nine overtaken", SOON, () -> latest.overtaken() == 9);
    LatestBody.Received newest = latest.take(SOON).orElseThrow();
    assertThat(String.TYPE.fromBody(newest.body())).isEqualTo(String.of("message 9"));
    assertThat(latest.poll()).isEmpty();
  }

  @Test
  void twoSubscribersOfANodeBothHearUntilTheLastIsClosed() throws Exception {
    Subscriber<String> one = listener.newSubscriber("chatter", String.TYPE);
    Subscriber<String> two = listener.newSubscriber("chatter", String.TYPE);
    one.addMessageListener(heard::add, 10);
    two.addMessageListener(heard::add, 10);
    Publisher<String> publisher = talker.newPublisher("chatter", String.TYPE);
    await("both", SOON, () -> publisher.getNumberOfSubscribers() == 2);
    publisher.publish(String.of("hello"));
    assertThat(next()).isEqualTo(next()).isEqualTo(String.of("hello"));
    one.close();
    await("one left", SOON, () -> publisher.getNumberOfSubscribers() == 1);
    publisher.publish(String.of("still"));
    assertThat(next()).isEqualTo(String.of("still"));
  }

  @Test
  void aRemappedAndAPrivateNameMeanTheirGlobalTopics() throws Exception {
    try (ConnectedNode remapped =
        TestNodes.node(
            "cam", core.getUri(), "image:=/camera/image_raw", "__ns:=/robot", "__name:=eye")) {
      assertThat(remapped.getName().text()).isEqualTo("/robot/eye");
      assertThat(remapped.resolveName("image").text()).isEqualTo("/camera/image_raw");
      assertThat(remapped.resolveName("~rate").text()).isEqualTo("/robot/eye/rate");
      assertThat(remapped.newPublisher("image", String.TYPE).topic().text())
          .isEqualTo("/camera/image_raw");
    }
  }
}
