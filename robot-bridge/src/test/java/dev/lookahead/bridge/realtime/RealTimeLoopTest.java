package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Goal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ten ticks a second in virtual time; the policy needs 10 ms unless a test says otherwise. */
class RealTimeLoopTest {

  private static final long MILLI = 1_000_000;
  private static final long PERIOD = 100 * MILLI;

  private final VirtualTime time = new VirtualTime();
  private final CameraRobot robot = new CameraRobot(time);
  private final CountingPolicy policy = new CountingPolicy();
  private final Deque<Long> thinkingMillis = new ArrayDeque<>();
  private final List<RealTimeEvent> events = new ArrayList<>();
  private final List<ControlTick> ticks = new ArrayList<>();
  private final RealTimeLoop loop =
      loop(SafetyProfile.of(CameraRobot.SPACE, CameraRobot.FRAME_NANOS));

  @Test
  void aNewLoopObservesPlansAndSendsNothing() {
    run(3);

    assertThat(robot.commands).isEmpty();
    assertThat(ticks).extracting(tick -> tick.step().state()).containsOnly(SafetyState.DISARMED);
    assertThat(ticks).allSatisfy(tick -> assertThat(tick.offer().wanted()).isPresent());
    assertThat(policy.calls)
        .containsExactly(
            "act", "executed 0.0", "interrupt", "act", "executed 0.0", "interrupt", "act");
  }

  @Test
  void anArmedLoopSendsOnTheTickWhatWasPlannedForIt() {
    loop.signal(SafetySignal.ARM);
    run(4);

    assertThat(sent()).containsExactly(0.1f, 0.2f, 0.3f, 0.4f, 0f);
    assertThat(robot.commands)
        .extracting(CameraRobot.Command::nanos)
        .startsWith(PERIOD, 2 * PERIOD);
    assertThat(ticks).extracting(ControlTick::source).containsOnly(OfferSource.ANSWER);
    assertThat(policy.calls).endsWith("executed 0.3", "act");
    assertThat(ticks.get(0).received().orElseThrow().receiptNanos()).isEqualTo(20 * MILLI);
  }

  @Test
  void aLatePolicyIsContinuedForThreeTicksThenHeldThenStopped() {
    loop.signal(SafetySignal.ARM);
    think(10, 10, 5_000);
    run(16);

    assertThat(sent().subList(0, 6)).containsExactly(0.1f, 0.2f, 0.21f, 0.22f, 0.23f, 0f);
    assertThat(ticks.get(5).step().state()).isEqualTo(SafetyState.HOLD);
    assertThat(ticks.get(10).step().state()).isEqualTo(SafetyState.HOLD);
    assertThat(ticks.get(11).step().state()).isEqualTo(SafetyState.STOPPED);
    assertThat(ticks.get(11).sendNanos() - ticks.get(1).sendNanos()).isEqualTo(1000 * MILLI);
    assertThat(ticks).allSatisfy(tick -> assertThat(tick.sendNanos()).isEqualTo(tick.dueNanos()));
    assertThat(events)
        .filteredOn(RealTimeEvent.Overran.class::isInstance)
        .containsExactly(new RealTimeEvent.Overran(2));
  }

  @Test
  void theBestFoundSoFarIsBetterThanAnOlderPlan() {
    loop.signal(SafetySignal.ARM);
    think(10, 150, 10);
    run(1);
    policy.bestSoFar = Optional.of(0.77f);
    run(1);

    assertThat(sent()).startsWith(0.1f).contains(0.77f);
    assertThat(ticks.get(1).source()).isEqualTo(OfferSource.BEST_SO_FAR);
  }

  @Test
  void aBusyPolicyTakesNoteOfWhatItMissedAndIsAskedForTheNewestOnly() {
    loop.signal(SafetySignal.ARM);
    think(10, 230);
    run(5);

    assertThat(policy.calls)
        .containsExactly(
            "act",
            "executed 0.1",
            "act",
            "executed 0.11",
            "observe",
            "executed 0.12",
            "act",
            "executed 0.3",
            "act");
  }

  @Test
  void aPolicyThatThrowsIsHeldAtOnceAndAskedAgain() {
    loop.signal(SafetySignal.ARM);
    run(2);
    policy.failure = new IllegalStateException("engine");
    run(1);
    policy.failure = null;
    run(2);

    assertThat(ticks.get(2).step().state()).isEqualTo(SafetyState.HOLD);
    assertThat(ticks.get(3).step().state()).isEqualTo(SafetyState.ARMED);
    assertThat(events)
        .filteredOn(RealTimeEvent.Called.class::isInstance)
        .extracting(event -> ((RealTimeEvent.Called) event).call().failure().isPresent())
        .containsExactly(false, false, true, false, false);
    assertThat(policy.calls).contains("act", "interrupt");
  }

  @Test
  void anErrorOfTheEngineDoesNotEndTheTurns() {
    loop.signal(SafetySignal.ARM);
    run(1);
    Error error = new OutOfMemoryError("device");
    policy.failure = null;
    PolicyRunner runner =
        new PolicyRunner(
            seen -> {
              throw error;
            },
            Runnable::run,
            time::nanos,
            4);
    runner.submit(
        new Turn(
            0,
            robot.observe(),
            ticks.get(0).step().next().lastSent(),
            true,
            false,
            false,
            Optional.empty()));

    assertThat(runner.latest().orElseThrow().failure()).contains(error);
    assertThat(runner.underway()).isEmpty();
  }

  @Test
  void afterAPauseTheFirstCommandIsTheSafeOneAndNoOldPlanIsFollowed() {
    for (long pause : new long[] {300, 1000, 5000}) {
      RealTimeLoopTest paused = new RealTimeLoopTest();
      paused.time.freeze(1_030 * MILLI, pause * MILLI);
      paused.loop.signal(SafetySignal.ARM);
      paused.run(14);
      ControlTick first = paused.ticks.get(10);

      assertThat(first.sendNanos()).isEqualTo((1_030 + pause) * MILLI);
      assertThat(first.step().reasons()).contains(SafetyReason.PAUSED);
      assertThat(first.step().sent().orElseThrow().action().get(0)).isZero();
      assertThat(paused.policy.calls).contains("forget");
      // Nothing seen for a second is a stop of its own.
      assertThat(paused.ticks.get(11).step().state())
          .isEqualTo(pause < 1000 ? SafetyState.ARMED : SafetyState.STOPPED);
      assertThat(paused.ticks.get(11).offerTick()).isEqualTo(pause < 1000 ? 11 : -1);
    }
  }

  @Test
  void aCameraThatStopsIsHeldAndThenStopped() {
    loop.signal(SafetySignal.ARM);
    time.at(500 * MILLI, () -> robot.filming = false);
    run(20);
    long last = ticks.get(19).received().orElseThrow().receiptNanos();

    for (ControlTick tick : ticks) {
      long age = tick.sendNanos() - last;
      boolean moved = tick.step().sent().orElseThrow().action().get(0) != 0;
      assertThat(moved).isEqualTo(age <= 200 * MILLI);
      assertThat(tick.step().state() == SafetyState.STOPPED).isEqualTo(age >= 1000 * MILLI);
    }
  }

  @Test
  void aLinkThatFailsIsHeldAndALostOneStops() {
    loop.signal(SafetySignal.ARM);
    run(2);
    robot.failure = new IllegalStateException("link");
    run(2);
    robot.failure = null;
    run(3);
    assertThat(ticks.get(6).step().state()).isEqualTo(SafetyState.ARMED);
    robot.failure = new IllegalStateException("link");
    run(12);

    assertThat(events).filteredOn(RealTimeEvent.LinkFailed.class::isInstance).isNotEmpty();
    assertThat(ticks.get(18).step().state()).isEqualTo(SafetyState.STOPPED);
  }

  @Test
  void theRobotIsSentTheSafeActionWhenTheLoopEnds() {
    loop.signal(SafetySignal.ARM);
    run(1);

    assertThat(sent()).containsExactly(0.1f, 0f);
  }

  @Test
  void whatWasPlannedWhileHeldIsNotFollowedAfterwards() {
    loop.signal(SafetySignal.ARM);
    loop.signal(SafetySignal.HOLD);
    think(10, 10, 10, 250, 10, 10, 10);
    run(4);
    loop.signal(SafetySignal.RESUME);
    run(3);

    assertThat(ticks.get(4).source()).isEqualTo(OfferSource.NONE);
    assertThat(ticks.get(4).step().state()).isEqualTo(SafetyState.HOLD);
  }

  @Test
  void aPolicyTooFarBehindForgets() {
    PolicyRunner runner = new PolicyRunner(policy, time.executor(() -> 0), time::nanos, 2);
    for (int tick = 0; tick < 5; tick++) {
      runner.submit(
          new Turn(tick, robot.observe(), new Action(0), true, false, false, Optional.empty()));
    }
    time.sleepUntil(1);

    assertThat(policy.calls)
        .containsExactly("act", "executed 0.0", "forget", "observe", "executed 0.0", "act");
  }

  @Test
  void goalsOfTurnsThatWereLostAreToldWithTheNextOne() {
    PolicyRunner runner = new PolicyRunner(policy, time.executor(() -> 0), time::nanos, 2);
    for (int tick = 0; tick < 5; tick++) {
      Optional<List<Goal>> goals = tick == 2 ? Optional.of(List.of()) : Optional.empty();
      runner.submit(new Turn(tick, robot.observe(), new Action(0), true, false, false, goals));
    }
    time.sleepUntil(1);

    assertThat(policy.calls)
        .containsExactly(
            "act", "executed 0.0", "pursue 0", "forget", "observe", "executed 0.0", "act");
  }

  @Test
  void newGoalsAreToldOnceAndBeforeTheNextPlan() {
    run(1);
    loop.pursue(List.of(new Goal(robot.observe().frame())));
    loop.pursue(List.of());
    run(2);

    assertThat(policy.calls)
        .containsExactly(
            "act",
            "executed 0.0",
            "pursue 0",
            "interrupt",
            "act",
            "executed 0.0",
            "interrupt",
            "act");
  }

  @Test
  void whatTakesTimeBeforeTheFirstRunIsNoPause() {
    time.sleepUntil(7_777 * MILLI);
    loop.signal(SafetySignal.ARM);
    run(1);

    assertThat(ticks.get(0).faults()).isEmpty();
    assertThat(ticks.get(0).step().state()).isEqualTo(SafetyState.ARMED);
    assertThat(ticks.get(0).dueNanos()).isEqualTo(7_877 * MILLI);
  }

  @Test
  void refusesAProfileForAnotherRobot() {
    ActionSpace other = new ActionSpace(List.of(new ActionAxis("v", "m/s", -2, 2)));

    assertThatThrownBy(() -> loop(SafetyProfile.of(other, CameraRobot.FRAME_NANOS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the guard must be made for the robot's action space");
  }

  private RealTimeLoop loop(SafetyProfile profile) {
    return new RealTimeLoop(
        robot,
        policy,
        profile,
        LoopTiming.ofPeriod(PERIOD),
        OperatorReports::none,
        time.executor(() -> MILLI * (thinkingMillis.isEmpty() ? 10 : thinkingMillis.remove())),
        time,
        this::heard);
  }

  private void heard(RealTimeEvent event) {
    events.add(event);
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticks.add(ticked.tick());
    }
  }

  private void think(long... millis) {
    LongStream.of(millis).forEach(thinkingMillis::add);
  }

  private void run(int count) {
    int until = ticks.size() + count;
    try {
      loop.run(() -> ticks.size() >= until);
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private List<Float> sent() {
    return robot.commands.stream().map(CameraRobot.Command::value).toList();
  }
}
