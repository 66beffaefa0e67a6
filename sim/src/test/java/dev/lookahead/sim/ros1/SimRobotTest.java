package dev.lookahead.sim.ros1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.RobotLostException;
import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SimState;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.robot.CameraTopic;
import dev.lookahead.bridge.ros1.robot.RobotUnavailableException;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import dev.lookahead.worldmodel.Action;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of a graph in one process, with our own master, in lock step. */
class SimRobotTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final FrameSize SMALL = FrameSize.square(32);

  private RosCore core;
  private ConnectedNode robotNode;
  private ConnectedNode node;
  private final AtomicBoolean over = new AtomicBoolean();

  @BeforeEach
  void startMaster() throws IOException {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    robotNode = join("sim_robot");
    node = join("lookahead");
  }

  @AfterEach
  void endEverything() {
    over.set(true);
    node.close();
    robotNode.close();
    core.close();
  }

  private ConnectedNode join(String name) throws IOException {
    return ConnectedNode.connect(
        NodeConfiguration.newPrivate(
            name,
            core.getUri(),
            new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom(2))));
  }

  private static Simulator twoRooms(long seed) {
    return new EmbeddedSimulator(
        new TwoRoom(TwoRoomSettings.defaults()), new Sensors(SMALL, List.of()), seed);
  }

  private static SimRobotSettings lockStep() {
    SimRobotSettings of = SimRobotSettings.of(twoRooms(0).actionSpace());
    return new SimRobotSettings(SMALL, 1, of.command(), of.commandTimeout(), true, true, true);
  }

  private static RosRobotSettings link(CameraTopic camera, Duration patience) {
    return new RosRobotSettings(
        camera, lockStep().command(), Optional.empty(), Duration.ofMillis(100), patience);
  }

  private void showRobot(Simulator simulator) {
    SimRobotNode shown = new SimRobotNode(robotNode, simulator, lockStep(), System::nanoTime);
    new Thread(
            () -> {
              try {
                shown.run(over::get);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .start();
  }

  private RosRobot robot(CameraTopic camera, Duration patience) throws Exception {
    return RosRobot.open(
        node, link(camera, patience), SMALL.width(), SMALL.height(), System::nanoTime);
  }

  private RemoteSimulator remote(Duration patience) throws Exception {
    RosRobot robot = robot(CameraTopic.defaults(), PATIENCE);
    robot.awaitListener(System::nanoTime);
    return RemoteSimulator.open(node, "/sim_robot", robot, twoRooms(9), patience, System::nanoTime);
  }

  @Test
  void throughAGraphAnEpisodeIsTheSameBitForBit() throws Exception {
    showRobot(twoRooms(1));
    Simulator embedded = twoRooms(2);
    try (RemoteSimulator remote = remote(PATIENCE)) {
      for (Simulator simulator : List.of(embedded, remote)) {
        simulator.reset(3);
        simulator.setState(new float[] {60, 80});
        simulator.setGoalState(new float[] {70, 90});
      }
      assertThat(remote.goal().image().rgb()).isEqualTo(embedded.goal().image().rgb());
      for (int step = 0; step < 20; step++) {
        Action action = new Action(0.3f * (step % 3), 1 - 0.1f * step);
        assertThat(remote.observe().frame().rgb()).isEqualTo(embedded.observe().frame().rgb());
        assertThat(remote.step(action).goalDistance())
            .isEqualTo(embedded.step(action).goalDistance());
        assertThat(remote.state()).isEqualTo(embedded.state());
        assertThat(remote.terminated()).isEqualTo(embedded.terminated());
      }
      assertThat(remote.missedSteps()).isZero();
    }
  }

  @Test
  void stampsNeverGoBackAlthoughTheRobotIsPutElsewhere() throws Exception {
    showRobot(twoRooms(1));
    try (RemoteSimulator remote = remote(PATIENCE)) {
      long before = remote.observe().stampNanos();
      remote.setState(new float[] {50, 50});
      long after = remote.observe().stampNanos();
      assertThat(after).isGreaterThan(before);
    }
  }

  @Test
  void aCommandThatIsNoNumberIsIgnored() throws Exception {
    showRobot(twoRooms(1));
    try (RemoteSimulator remote = remote(PATIENCE);
        StateFeed states = new StateFeed(node, "/sim_robot/state");
        Publisher<Twist> wild = robotNode.newPublisher("/cmd_vel", Twist.TYPE)) {
      remote.setState(new float[] {50, 50});
      remote.observe();
      long before = states.awaitAfter(-1, PATIENCE).orElseThrow().step();
      while (!wild.hasSubscribers()) {
        Thread.sleep(10);
      }
      // Both on one link: the newest command wins, and between two links it could be either.
      wild.publish(Twist.of(Vector3.of(Double.NaN, 0, 0), Vector3.zero()));
      wild.publish(Twist.of(Vector3.of(1, 0, 0), Vector3.zero()));
      SimState after = states.awaitAfter(before, PATIENCE).orElseThrow();
      assertThat(after.step()).isEqualTo(before + 1);
      assertThat(StateNumbers.fromMessage(after.state())).containsExactly(55, 50);
    }
  }

  @Test
  void aRobotThatFallsSilentIsLost() throws Exception {
    showRobot(twoRooms(1));
    RemoteSimulator remote = remote(Duration.ofMillis(300));
    remote.observe();
    robotNode.close();
    assertThatThrownBy(() -> remote.step(new Action(0, 0)))
        .isInstanceOf(RobotLostException.class)
        .hasMessageContaining("has not told its state");
    remote.close();
  }

  @Test
  void withoutARobotTheSentenceNamesTopicAndType() {
    assertThatThrownBy(() -> robot(CameraTopic.defaults(), Duration.ofMillis(200)))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("expected sensor_msgs/Image on /camera/image_raw")
        .hasMessageContaining("nobody publishes it");
  }

  @Test
  void aCameraUnderAnotherTypeIsRefusedWithBothTypes() {
    showRobot(twoRooms(1));
    CameraTopic usual = CameraTopic.defaults();
    CameraTopic odometry =
        new CameraTopic("/odom", false, usual.crop(), usual.depth(), Optional.empty());
    assertThatThrownBy(() -> robot(odometry, PATIENCE))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("/odom shall carry sensor_msgs/Image")
        .hasMessageContaining("it carries nav_msgs/Odometry");
  }

  @Test
  void aCameraOfAnotherResolutionIsRefusedWithBoth() {
    showRobot(twoRooms(1));
    CameraTopic usual = CameraTopic.defaults();
    CameraTopic large =
        new CameraTopic(
            usual.topic(),
            false,
            usual.crop(),
            usual.depth(),
            Optional.of(new CameraTopic.Resolution(640, 480)));
    assertThatThrownBy(() -> robot(large, PATIENCE))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("640x480")
        .hasMessageContaining("32x32");
  }

  @Test
  void aStateThatCannotBeIsRefusedInTheWordsOfTheWorld() throws Exception {
    showRobot(twoRooms(1));
    try (RemoteSimulator remote = remote(PATIENCE)) {
      assertThatThrownBy(() -> remote.setState(new float[] {-5, 0}))
          .hasMessageContaining("x is 0 to 223 px, got -5");
    }
  }
}
