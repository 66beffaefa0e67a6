package dev.lookahead.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.worldmodel.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How signals from outside act on the loop. */
class ControlLoopSignalTest {

  private static final Action SAFE = new Action(0);

  private final FakeRobot robot = new FakeRobot();
  private final AtomicLong clock = new AtomicLong();
  private final FakePolicy policy = new FakePolicy(clock);
  private final List<LoopEvent> events = new ArrayList<>();

  private final ControlLoop loop =
      new ControlLoop(robot, policy, FakeRobot.PROFILE, clock::get, events::add);

  @Test
  void aHoldThatWasSignalledLastsUntilItIsEnded() {
    loop.signal(SafetySignal.ARM);
    loop.signal(SafetySignal.HOLD);
    ticks(4);
    assertThat(loop.state()).isEqualTo(SafetyState.HOLD);
    assertThat(policy.calls).startsWith("observe 0", "executed 0.0", "observe 1");
    loop.signal(SafetySignal.RESUME);
    ticks(1);

    assertThat(robot.sent).containsExactly(SAFE, SAFE, SAFE, SAFE, new Action(0.5f));
  }

  @Test
  void aSignalledHoldTakesOverOneThatWasNot() {
    loop.signal(SafetySignal.ARM);
    policy.wanted = Optional.empty();
    ticks(1);
    loop.signal(SafetySignal.HOLD);
    policy.wanted = Optional.of(new Action(0.5f));
    ticks(2);

    assertThat(loop.state()).isEqualTo(SafetyState.HOLD);
  }

  @Test
  void aHoldSignalledBeforeArmingIsForgotten() {
    loop.signal(SafetySignal.HOLD);
    loop.signal(SafetySignal.ARM);
    policy.wanted = Optional.empty();
    ticks(1);
    policy.wanted = Optional.of(new Action(0.5f));
    ticks(1);

    assertThat(loop.state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void armingDoesNotEndAHoldThatWasSignalled() {
    loop.signal(SafetySignal.ARM);
    loop.signal(SafetySignal.HOLD);
    ticks(1);
    loop.signal(SafetySignal.ARM);
    ticks(2);

    assertThat(loop.state()).isEqualTo(SafetyState.HOLD);
  }

  @Test
  void aTurnThePolicyWasNotAskedOnSendsTheSafeActionAlthoughResumedMeanwhile() {
    loop.signal(SafetySignal.ARM);
    loop.signal(SafetySignal.HOLD);
    policy.whilePlanning = () -> loop.signal(SafetySignal.RESUME);
    Tick tick = loop.tick();

    assertThat(tick.state()).isEqualTo(SafetyState.HOLD);
    assertThat(robot.sent).containsExactly(SAFE);
    assertThat(loop.tick().state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void aStopDuringPlanningReachesTheRobotInTheSameTurn() {
    loop.signal(SafetySignal.ARM);
    policy.whilePlanning = () -> loop.signal(SafetySignal.STOP);
    Tick tick = loop.tick();

    assertThat(tick.state()).isEqualTo(SafetyState.STOPPED);
    assertThat(robot.sent).containsExactly(SAFE);
    assertThat(policy.calls).containsExactly("act 0", "executed 0.0");
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      loop.tick();
    }
  }
}
