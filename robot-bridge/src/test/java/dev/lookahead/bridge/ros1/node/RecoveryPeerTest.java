package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;

import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.peer.RealRos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a node when Debian's publisher and roscore are killed. */
class RecoveryPeerTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void publisherAndSubscriberReturnAfterAKilledPublisherAndAKilledRoscore() throws Exception {
    try (RealRos ros = RealRos.start(folder);
        ConnectedNode node = TestNodes.node("lookahead", ros)) {
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      node.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add, 1);
      Publisher<String> answers = node.newPublisher("answers", String.TYPE);

      Process first = talk(ros, "first");
      hears(heard, "first");
      RealRos.kill(first);
      talk(ros, "second");
      hears(heard, "second");

      ros.killCore();
      ros.restartCore();
      await(
          "the node registers again",
          SOON,
          () -> ros.run("rostopic", "info", "/answers").contains("* /lookahead"));
      talk(ros, "third");
      hears(heard, "third");
      Process echo = ros.start("rostopic", "echo", "/answers");
      await(
          "our publisher is echoed",
          SOON,
          () -> {
            answers.publish(String.of("still here"));
            return ros.output(echo).contains("still here");
          });
    }
  }

  @Test
  void aPublisherThatHangsIsNoticedAndHeardAgainWhenItGoesOn() throws Exception {
    try (RealRos ros = RealRos.start(folder);
        ConnectedNode node = TestNodes.node("lookahead", ros)) {
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      Subscriber<String> subscriber = node.newSubscriber("chatter", String.TYPE);
      subscriber.addMessageListener(heard::add, 1);
      Process talker = talk(ros, "hello");
      await("a rate", SOON, () -> heard.size() > 20);
      signal("STOP", talker);
      await("the silence is noticed", SOON, () -> subscriber.getNumberOfPublishers() == 0);
      heard.clear();
      signal("CONT", talker);
      hears(heard, "hello");
    }
  }

  private static void signal(java.lang.String name, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private static Process talk(RealRos ros, java.lang.String word) {
    return ros.start("rostopic", "pub", "-r", "20", "/chatter", "std_msgs/String", "data: " + word);
  }

  private static void hears(BlockingQueue<String> heard, java.lang.String word) throws Exception {
    await("hears " + word, SOON, () -> String.of(word).equals(heard.poll(1, TimeUnit.SECONDS)));
  }
}
