package dev.lookahead.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two of them once, in real time; {@code lookahead fault network} does all and more often. */
class NetworkSuiteTest {

  private static final NetworkSettings ONCE = new NetworkSettings(10, 1, 3);

  private static Simulator world() {
    return new EmbeddedSimulator(
        new TwoRoom(TwoRoomSettings.defaults()), new Sensors(FrameSize.square(32), List.of()), 0);
  }

  private static NetworkSuite suite() {
    NodeSources sources =
        new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom(1));
    return new NetworkSuite(sources, NetworkSuiteTest::world, ONCE);
  }

  @ParameterizedTest
  @EnumSource(
      value = NetworkScenario.class,
      names = {"ROBOT_RESTART", "PARTITION"})
  void loopAndRobotComeThrough(NetworkScenario scenario) throws Exception {
    FaultOutcome outcome = suite().run(scenario, () -> false);
    assertThat(outcome.firstViolation()).isEmpty();
  }

  @Test
  void outagesLeaveNothingBehind() throws Exception {
    Assumptions.assumeTrue(ProcessUse.isTold());
    FaultOutcome outcome = suite().leaks(5, () -> false);
    assertThat(outcome.firstViolation()).isEmpty();
  }

  @Test
  void stopsBetweenTrialsWhenAsked() throws Exception {
    assertThat(suite().run(NetworkScenario.RESET, () -> true).trials()).isZero();
  }
}
