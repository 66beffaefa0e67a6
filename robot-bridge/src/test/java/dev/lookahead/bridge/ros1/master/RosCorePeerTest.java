package dev.lookahead.bridge.ros1.master;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.peer.RealRos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's tools with the Java master instead of roscore. */
class RosCorePeerTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void rospyNodesFindEachOtherThroughTheJavaMaster() throws Exception {
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        RealRos ros = RealRos.withMaster(folder, core.getUri())) {
      Process echo = ros.start("rostopic", "echo", "/chatter");
      Process talker =
          ros.start("rostopic", "pub", "-r", "10", "/chatter", "std_msgs/String", "data: hello");
      RealRos.await("echo prints", SOON, () -> ros.output(echo).contains("data: \"hello\""));
      assertThat(ros.run("rostopic", "info", "/chatter")).contains("Type: std_msgs/String");
      assertThat(ros.run("rosnode", "list")).contains("/rostopic_");
      RealRos.kill(talker);

      ros.run("rosparam", "set", "/robot", "{speed: 0.5, names: [a, b]}");
      assertThat(ros.run("rosparam", "get", "/robot/speed")).contains("0.5");
      ros.run("rosparam", "delete", "/robot/names");
      assertThat(ros.run("rosparam", "list")).contains("/robot/speed").doesNotContain("names");
    }
  }
}
