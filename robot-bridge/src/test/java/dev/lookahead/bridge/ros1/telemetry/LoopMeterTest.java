package dev.lookahead.bridge.ros1.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.PolicyCall;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.Turn;
import dev.lookahead.planner.Foresight;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoopMeterTest {

  private static final long SECOND = 1_000_000_000;

  private final VirtualDrive drive = new VirtualDrive();
  private final LoopMeter meter =
      new LoopMeter(
          100 * VirtualDrive.MILLI,
          Map.of(
              LoopCount.OVERTAKEN,
              () -> 4,
              LoopCount.UNREADABLE,
              () -> 2,
              LoopCount.UNFELT,
              () -> 1));

  @Test
  void aHealthySecondIsTenTicksAndCommandsEachWithANewImage() throws Exception {
    drive.run(10, meter);

    LoopReport report = meter.report(drive.time.nanos(), SECOND);

    assertThat(report.hertz(LoopCount.TICKS)).isEqualTo(10);
    assertThat(report.hertz(LoopCount.COMMANDS)).isEqualTo(10);
    assertThat(report.hertz(LoopCount.IMAGES)).isEqualTo(10);
    assertThat(report.state()).isEqualTo(SafetyState.ARMED);
    assertThat(report.reasons()).isEmpty();
    assertThat(report.cost()).hasValue(7);
    assertThat(report.planning().count()).isPositive();
    assertThat(report.reaction().count()).isEqualTo(10);
    assertThat(report.total(LoopCount.OVERTAKEN)).isEqualTo(4);
    assertThat(report.total(LoopCount.UNREADABLE)).isEqualTo(2);
    assertThat(report.total(LoopCount.UNFELT)).isEqualTo(1);
    assertThat(report.recent(LoopCount.OVERRUNS)).isZero();
    assertThat(report.latentDistance()).isEmpty();
  }

  @Test
  void aPlanThatIsNotDoneInTimeIsCountedOnce() throws Exception {
    drive.planningMillis.add(10L);
    drive.planningMillis.add(250L);
    drive.run(10, meter);

    LoopReport report = meter.report(drive.time.nanos(), SECOND);

    assertThat(report.recent(LoopCount.OVERRUNS)).isEqualTo(1);
  }

  @Test
  void planningTimesAreThoseOfTurnsThatWereAskedForAnAction() {
    for (int millis = 1; millis <= 100; millis++) {
      meter.accept(called(millis, true));
      meter.accept(called(60_000, false));
    }

    Latencies planning = meter.report(SECOND, SECOND).planning();

    assertThat(planning.count()).isEqualTo(100);
    assertThat((double) planning.p50Nanos()).isCloseTo(5e7, within(1e6));
    assertThat((double) planning.p99Nanos()).isCloseTo(9.9e7, within(1e6));
  }

  @Test
  void aReportBeginsANewIntervalAndTotalsGoOn() throws Exception {
    drive.run(10, meter);
    meter.report(drive.time.nanos(), SECOND);

    LoopReport idle = meter.report(drive.time.nanos() + SECOND, SECOND);

    assertThat(idle.recent(LoopCount.TICKS)).isZero();
    assertThat(idle.total(LoopCount.TICKS)).isEqualTo(10);
    assertThat(idle.recent(LoopCount.OVERTAKEN)).isZero();
    assertThat(idle.planning().count()).isZero();
    assertThat(idle.imageAgeNanos().orElseThrow()).isGreaterThanOrEqualTo(SECOND);
  }

  @Test
  void failuresOfLinkAndPlannerAreCounted() throws Exception {
    drive.plannerBroken = true;
    drive.run(3, meter);
    drive.linkBroken = true;
    drive.run(3, meter);

    LoopReport report = meter.report(drive.time.nanos(), SECOND);

    assertThat(report.total(LoopCount.POLICY_FAILURES)).isEqualTo(3);
    assertThat(report.total(LoopCount.LINK_FAILURES)).isPositive();
  }

  @Test
  void aPauseOfTheProcessIsCountedAsOneAndItsTickAsLate() throws Exception {
    drive.time.freeze(430 * VirtualDrive.MILLI, 500 * VirtualDrive.MILLI);
    drive.run(10, meter);

    LoopReport report = meter.report(drive.time.nanos(), SECOND);

    assertThat(report.total(LoopCount.PAUSES)).isEqualTo(1);
    assertThat(report.total(LoopCount.LATE_TICKS)).isEqualTo(1);
  }

  @Test
  void whatIsLateFollowsFromThePeriod() throws Exception {
    LoopMeter slow = new LoopMeter(4_000 * VirtualDrive.MILLI, Map.of());
    drive.time.freeze(430 * VirtualDrive.MILLI, 500 * VirtualDrive.MILLI);
    drive.run(10, slow);

    assertThat(slow.report(drive.time.nanos(), SECOND).total(LoopCount.LATE_TICKS)).isZero();
  }

  private static RealTimeEvent called(long millis, boolean asked) {
    Observation seen = Observation.of(new CameraFrame(1, 1, new byte[3], 0));
    Turn turn = new Turn(0, seen, new Action(0), asked, false, false, Optional.empty());
    return new RealTimeEvent.Called(
        new PolicyCall(
            turn,
            Optional.empty(),
            Foresight.none(),
            Optional.empty(),
            0,
            millis * VirtualDrive.MILLI));
  }
}
