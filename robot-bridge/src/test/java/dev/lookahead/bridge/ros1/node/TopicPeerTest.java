package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.peer.RealRos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicPeerTest {

  @TempDir Path folder;

  @Test
  void aRospyPublisherIsHeardAndOurPublisherIsEchoed() throws Exception {
    try (RealRos ros = RealRos.start(folder);
        ConnectedNode node = TestNodes.node("lookahead", ros)) {
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      node.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add, 10);
      ros.start("rostopic", "pub", "-r", "10", "/chatter", "std_msgs/String", "data: hello");
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(String.of("hello"));

      Publisher<String> publisher = node.newPublisher("answers", String.TYPE);
      Process echo = ros.start("rostopic", "echo", "/answers");
      RealRos.await("echo subscribes", Duration.ofSeconds(10), publisher::hasSubscribers);
      publisher.publish(String.of("world"));
      RealRos.await(
          "echo prints", Duration.ofSeconds(5), () -> ros.output(echo).contains("data: \"world\""));
    }
  }
}
