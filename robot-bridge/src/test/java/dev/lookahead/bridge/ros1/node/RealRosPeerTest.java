package dev.lookahead.bridge.ros1.node;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggers;
import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggersRequest;
import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.msg.std_srvs.Trigger;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerResponse;
import dev.lookahead.bridge.ros1.peer.RealRos;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node against Debian's roscore, rospy tools and the roscpp node of {@code /rosout}. */
class RealRosPeerTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir static Path folder;
  private static RealRos ros;
  private static ConnectedNode node;

  @BeforeAll
  static void join() throws Exception {
    ros = RealRos.start(folder);
    node = TestNodes.node("lookahead", ros);
  }

  @AfterAll
  static void leave() {
    if (node != null) {
      node.close();
    }
    if (ros != null) {
      ros.close();
    }
  }

  @Test
  void rospyIsHeardAndOurPublisherIsEchoed() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    node.newSubscriber("chatter", String.TYPE).addMessageListener(heard::add, 10);
    ros.start("rostopic", "pub", "-r", "10", "/chatter", "std_msgs/String", "data: hello");
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(String.of("hello"));

    Publisher<String> publisher = node.newPublisher("answers", String.TYPE);
    Process echo = ros.start("rostopic", "echo", "/answers");
    await("echo subscribes", SOON, publisher::hasSubscribers);
    publisher.publish(String.of("world"));
    await("echo prints", SOON, () -> ros.output(echo).contains("data: \"world\""));
  }

  @Test
  void latchedMessagesAreKeptForNewcomersBothWays() throws Exception {
    node.newPublisher("ours", String.TYPE, PublicationHints.latched()).publish(String.of("kept"));
    assertThat(ros.run("rostopic", "echo", "-n", "1", "/ours")).contains("data: \"kept\"");

    ros.start("rostopic", "pub", "-l", "/theirs", "std_msgs/String", "data: kept too");
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Subscriber<String> subscriber = node.newSubscriber("theirs", String.TYPE);
    subscriber.addMessageListener(heard::add);
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(String.of("kept too"));
    assertThat(subscriber.getLatchMode()).isTrue();
  }

  @Test
  void rostopicHzMeasuresOurRate() throws Exception {
    Publisher<String> publisher = node.newPublisher("steady", String.TYPE);
    Process hz = ros.start("rostopic", "hz", "-w", "20", "/steady");
    await(
        "hz reports",
        SOON,
        () -> {
          publisher.publish(String.of("tick"));
          return ros.output(hz).contains("average rate:");
        });
  }

  @Test
  void servicesAreCalledBothWays() throws Exception {
    node.newServiceServer("go", Trigger.TYPE, request -> TriggerResponse.of(true, "gone"));
    assertThat(ros.run("rosservice", "call", "/go"))
        .contains("success: True")
        .contains("message: \"gone\"");
    assertThat(ros.run("rosservice", "info", "/go"))
        .contains("Node: /lookahead")
        .contains("Type: std_srvs/Trigger");

    await(
        "rosout serves", SOON, () -> ros.run("rosservice", "list").contains("/rosout/get_loggers"));
    var loggers =
        node.newServiceClient("/rosout/get_loggers", GetLoggers.TYPE)
            .call(GetLoggersRequest.zero(), SOON)
            .loggers();
    assertThat(loggers).anyMatch(logger -> logger.name().equals("ros"));
  }

  @Test
  void parametersAndTheirUpdatesAreThoseOfRosparam() throws Exception {
    ParameterTree parameters = node.getParameterTree();
    BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    parameters.addParameterListener("/max_speed", heard::add);
    ros.run("rosparam", "set", "/max_speed", "0.75");
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(0.75);
    assertThat(parameters.getDouble("/max_speed")).isEqualTo(0.75);

    parameters.set("~limits", Map.of("names", List.of("x", "y"), "on", true));
    assertThat(ros.run("rosparam", "get", "/lookahead/limits/names"))
        .contains("- x")
        .contains("- y");
    assertThat(parameters.getMap("~limits").get("on")).isEqualTo(true);
  }

  @Test
  void rosnodeSeesTheNodeAndItsConnections() throws Exception {
    Publisher<String> publisher = node.newPublisher("seen", String.TYPE);
    ros.start("rostopic", "echo", "/seen");
    await("echo subscribes", SOON, publisher::hasSubscribers);
    assertThat(ros.run("rosnode", "ping", "-c", "1", "/lookahead")).contains("xmlrpc reply from");
    assertThat(ros.run("rosnode", "info", "/lookahead"))
        .contains("/seen [std_msgs/String]")
        .contains("Pid: " + ProcessHandle.current().pid())
        .contains("direction: outbound");
  }

  @Test
  void warningsReachRosout() throws Exception {
    Process echo = ros.start("rostopic", "echo", "/rosout_agg");
    await(
        "the warning is seen",
        SOON,
        () -> {
          node.getLog().warn("careful");
          return ros.output(echo).contains("msg: \"careful\"");
        });
    assertThat(ros.output(echo)).contains("name: \"/lookahead\"");
  }
}
