package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggers;
import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggersRequest;
import dev.lookahead.bridge.ros1.msg.roscpp.GetLoggersResponse;
import dev.lookahead.bridge.ros1.msg.roscpp.Logger;
import dev.lookahead.bridge.ros1.msg.roscpp.SetLoggerLevel;
import dev.lookahead.bridge.ros1.msg.roscpp.SetLoggerLevelRequest;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.peer.RealRos;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggerServicesTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private RosCore core;
  private ConnectedNode node;
  private ConnectedNode console;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    node = TestNodes.node("wm", core.getUri());
    console = TestNodes.node("console", core.getUri());
  }

  @AfterEach
  void leave() {
    console.close();
    node.close();
    core.close();
  }

  private void set(String logger, String level) throws IOException {
    try (var client = console.newServiceClient("/wm/set_logger_level", SetLoggerLevel.TYPE)) {
      client.call(SetLoggerLevelRequest.of(logger, level), SOON);
    }
  }

  @Test
  void theLevelOfANodeIsToldAndSetByOthers() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    console
        .newSubscriber("/rosout", Log.TYPE)
        .addMessageListener(line -> heard.add(line.msg()), 100);
    RealRos.await(
        "the log is heard",
        SOON,
        () -> {
          node.getLog().debug("too small");
          node.getLog().info("usual");
          return heard.contains("usual");
        });
    assertThat(heard).doesNotContain("too small");

    set("ros", "DEBUG");
    try (var client = console.newServiceClient("/wm/get_loggers", GetLoggers.TYPE)) {
      assertThat(client.call(GetLoggersRequest.zero(), SOON))
          .isEqualTo(GetLoggersResponse.of(List.of(Logger.of("ros", "debug"))));
    }
    node.getLog().debug("now it counts");
    RealRos.await("the detail", SOON, () -> heard.contains("now it counts"));
  }

  @Test
  void aLevelOrLoggerThatIsNoneIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> set("ros", "loud"))
        .hasMessageContaining("expected one of [debug, info, warn, error, fatal], found 'loud'");
    assertThatThrownBy(() -> set("rosout", "info"))
        .hasMessageContaining("expected the logger 'ros', found 'rosout'");
  }

  @Test
  void rosserviceTurnsItUp() throws Exception {
    try (RealRos ros = RealRos.withMaster(folder, core.getUri())) {
      ros.run("rosservice", "call", "/wm/set_logger_level", "{logger: ros, level: warn}");
      assertThat(ros.run("rosservice", "call", "/wm/get_loggers"))
          .contains("name: \"ros\"")
          .contains("level: \"warn\"");
    }
  }
}
