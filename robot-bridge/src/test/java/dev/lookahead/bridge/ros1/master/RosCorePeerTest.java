package dev.lookahead.bridge.ros1.master;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.ParameterTree;
import dev.lookahead.bridge.ros1.node.RosoutAggregator;
import dev.lookahead.bridge.ros1.node.TestNodes;
import dev.lookahead.bridge.ros1.peer.RealRos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
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

  @Test
  void roslaunchSetsParametersAndStartsNodesThatLogToTheAggregator() throws Exception {
    Path file = folder.resolve("robot.launch");
    Files.writeString(
        file,
        """
        <launch>
          <param name="speed" value="0.5"/>
          <rosparam>{gains: {p: 1.5, i: 0}, joints: [a, b]}</rosparam>
          <group ns="robot1">
            <node pkg="rostopic" type="rostopic" name="talker"
                args="pub -r 10 chatter std_msgs/String hello"/>
            <node pkg="rosout" type="rosout" name="keeper">
              <remap from="/rosout_agg" to="kept"/>
              <param name="lazy" value="false"/>
            </node>
          </group>
        </launch>
        """);
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        RealRos ros = RealRos.withMaster(folder, core.getUri());
        RosoutAggregator rosout = aggregator(core);
        ConnectedNode node = TestNodes.node("console", core.getUri())) {
      assertThat(rosout).isNotNull();
      List<String> lines = new CopyOnWriteArrayList<>();
      node.newSubscriber("/rosout_agg", Log.TYPE)
          .addMessageListener(line -> lines.add(line.name() + ": " + line.msg()), 100);
      Process launch = ros.start("roslaunch", file.toString());
      RealRos.await(
          "the nodes have joined",
          SOON,
          () -> isThere(node, "/robot1/talker") && isThere(node, "/robot1/keeper"));

      ParameterTree parameters = node.getParameterTree();
      assertThat(parameters.getDouble("/speed")).isEqualTo(0.5);
      assertThat(parameters.getDouble("/gains/p")).isEqualTo(1.5);
      assertThat(parameters.getList("/joints")).hasSize(2);
      assertThat(parameters.getBoolean("/robot1/keeper/lazy")).isFalse();
      assertThat(ros.run("rosnode", "list"))
          .contains("/robot1/talker", "/robot1/keeper", "/rosout");
      assertThat(ros.run("rosnode", "info", "/robot1/keeper")).contains("/robot1/kept");
      assertThat(ros.run("rosnode", "ping", "-c", "1", "/robot1/keeper")).contains("time=");
      assertThat(ros.run("rosservice", "list")).contains("/robot1/keeper/get_loggers");
      assertThat(ros.run("rosservice", "type", "/robot1/keeper/get_loggers"))
          .contains("roscpp/GetLoggers");
      assertThat(ros.run("rosservice", "call", "/robot1/keeper/get_loggers"))
          .contains("ros.roscpp");

      assertThat(ros.run("rostopic", "echo", "-n", "1", "/robot1/chatter")).contains("hello");
      Process hertz = ros.start("rostopic", "hz", "/robot1/chatter");
      RealRos.await("hz", SOON, () -> ros.output(hertz).contains("average rate: "));
      RealRos.await(
          "a line is collected",
          SOON,
          () -> {
            node.getLog().info("console speaks");
            return lines.contains("/console: console speaks");
          });

      ros.run("rosnode", "kill", "/robot1/talker", "/robot1/keeper");
      // The keeper's program sometimes crashes while it ends, and then takes nothing back.
      RealRos.await("the talker has left", SOON, () -> !isThere(node, "/robot1/talker"));
      RealRos.await("roslaunch ends", SOON, () -> !launch.isAlive());
    }
  }

  private static boolean isThere(ConnectedNode node, String name) throws IOException {
    return node.getMaster().lookupNode(GraphName.of(name)).isPresent();
  }

  private static RosoutAggregator aggregator(RosCore core) throws IOException {
    return RosoutAggregator.start(
        RosEnvironment.defaults().withMaster(core.getUri()), TestNodes.sources());
  }
}
