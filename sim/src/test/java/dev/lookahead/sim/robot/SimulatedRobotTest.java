package dev.lookahead.sim.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import dev.lookahead.worldmodel.Action;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedRobotTest {

  private static final long MILLI = 1_000_000;

  private final VirtualTime time = new VirtualTime();
  private final EmbeddedSimulator simulator =
      new EmbeddedSimulator(
          new TwoRoom(TwoRoomSettings.defaults()),
          new Sensors(FrameSize.square(16), List.of("x", "y")),
          4);
  private final SimulatedRobot robot =
      new SimulatedRobot(
          simulator, time, SimulatedRobotSettings.defaults(), new SplittableRandom(1));

  @Test
  void filmsByItselfAndTheFramesArriveALittleLater() {
    time.sleepUntil(50 * MILLI);
    Sighting seen = robot.receive(time.nanos());

    assertThat(seen.receiptNanos()).isEqualTo(33_333_333 + 10 * MILLI);
    assertThat(seen.observation().stampNanos())
        .isEqualTo(SimulatedRobot.CLOCK_AHEAD_NANOS + 33_333_333);
    assertThat(robot.observe()).isEqualTo(seen.observation());
  }

  @Test
  void twoFramesOfOneStateDiffer() {
    time.sleepUntil(50 * MILLI);
    Sighting one = robot.receive(time.nanos());
    time.sleepUntil(80 * MILLI);
    Sighting two = robot.receive(time.nanos());

    assertThat(one.observation().proprioception()).isEqualTo(two.observation().proprioception());
    assertThat(one.observation().frame().rgb()).isNotEqualTo(two.observation().frame().rgb());
  }

  @Test
  void followsTheLastCommandAndStopsByItselfHalfASecondAfterIt() {
    simulator.setState(new float[] {50, 50});
    robot.act(new Action(1, 0));
    time.sleepUntil(550 * MILLI);
    float reached = simulator.state()[0];
    time.sleepUntil(2_000 * MILLI);

    assertThat(reached).isEqualTo(75);
    assertThat(simulator.state()[0]).isEqualTo(75);
    assertThat(robot.timeouts()).isEqualTo(15);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new SimulatedRobotSettings(0, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("framePeriodNanos must be from 1");
  }
}
