package dev.lookahead.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.robot.SimulatedRobotSettings;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The acceptance figures of the faults at the level of the loop. */
class FaultSuiteTest {

  private final EmbeddedSimulator simulator =
      new EmbeddedSimulator(
          new TwoRoom(TwoRoomSettings.defaults()),
          new Sensors(FrameSize.square(16), List.of("x", "y")),
          0);

  @ParameterizedTest
  @CsvSource({"10, 1000", "50, 1000"})
  void aCameraThatStallsAtAThousandRandomTimesIsAlwaysHeldInTime(int hertz, int trials)
      throws InterruptedException {
    FaultOutcome outcome = run(FaultScenario.CAMERA_OFF, hertz, trials);

    assertThat(outcome.firstViolation()).isEmpty();
    assertThat(outcome.held()).isEqualTo(trials);
    assertThat(outcome.worstReactionNanos()).isBetween(150_000_000L, outcome.promisedNanos());
  }

  @Test
  void anHourInWhichNothingFailsHoldsTheRobotNotOnce() throws InterruptedException {
    int trialsOfSixSeconds = 600;

    assertThat(run(FaultScenario.NONE, 10, trialsOfSixSeconds).firstViolation()).isEmpty();
  }

  @Test
  void equalSettingsGiveEqualOutcomes() throws InterruptedException {
    assertThat(run(FaultScenario.PLANNER_OVERRUN, 10, 5))
        .isEqualTo(run(FaultScenario.PLANNER_OVERRUN, 10, 5));
  }

  @Test
  void aPromiseThatIsBrokenIsReported() throws InterruptedException {
    // Once a second, every observation is stale when its command is due.
    FaultOutcome outcome = run(FaultScenario.NONE, 1, 2);

    assertThat(outcome.allHeld()).isFalse();
    assertThat(outcome.firstViolation().orElseThrow())
        .contains("held for no reason: [STALE_OBSERVATION");
  }

  @Test
  void stopsBetweenTrialsWhenAsked() throws InterruptedException {
    FaultOutcome outcome =
        new FaultSuite(simulator, FaultSettings.defaults())
            .run(FaultScenario.CAMERA_OFF, () -> true);

    assertThat(outcome.trials()).isZero();
  }

  @ParameterizedTest
  @EnumSource(FaultScenario.class)
  void everyPromiseIsKeptAtTenHertz(FaultScenario scenario) throws InterruptedException {
    assertThat(run(scenario, 10, 60).firstViolation()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FaultScenario.class)
  void everyPromiseIsKeptAtFiftyHertz(FaultScenario scenario) throws InterruptedException {
    assertThat(run(scenario, 50, 60).firstViolation()).isEmpty();
  }

  private FaultOutcome run(FaultScenario scenario, int hertz, int trials)
      throws InterruptedException {
    FaultSettings settings = new FaultSettings(hertz, trials, 5, SimulatedRobotSettings.defaults());
    return new FaultSuite(simulator, settings).run(scenario, () -> false);
  }
}
