package dev.lookahead.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.guard.GuardReason;
import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ControlLoopTest {

  private static final Action SAFE = new Action(0);

  private final FakeRobot robot = new FakeRobot();
  private final AtomicLong clock = new AtomicLong();
  private final FakePolicy policy = new FakePolicy(clock);
  private final List<LoopEvent> events = new ArrayList<>();

  private final ControlLoop loop =
      new ControlLoop(robot, policy, FakeRobot.PROFILE, clock::get, events::add);

  @Test
  void anArmedLoopSendsTheGuardedActionAndTellsThePolicyWhatWasSent() {
    policy.wanted = Optional.of(new Action(4));
    loop.signal(SafetySignal.ARM);
    Tick tick = loop.tick();

    GuardedAction sent = new GuardedAction(new Action(1), Set.of(GuardReason.OUT_OF_RANGE));
    assertThat(tick)
        .isEqualTo(
            new Tick(
                0,
                FakeRobot.seen(0),
                SafetyState.ARMED,
                Optional.of(new Action(4)),
                Optional.of(sent),
                7));
    assertThat(robot.sent).containsExactly(new Action(1));
    assertThat(policy.calls).containsExactly("act 0", "executed 1.0");
    assertThat(events)
        .containsExactly(
            new LoopEvent.StateChanged(0, SafetyState.DISARMED, SafetyState.ARMED),
            new LoopEvent.Ticked(tick));
  }

  @Test
  void aNewLoopObservesAndSendsNothing() {
    Tick tick = loop.tick();

    assertThat(tick.state()).isEqualTo(SafetyState.DISARMED);
    assertThat(tick.sent()).isEmpty();
    assertThat(robot.sent).isEmpty();
    assertThat(policy.calls).containsExactly("observe 0", "executed 0.0");
  }

  @Test
  void everyTurnObservesOnce() {
    loop.signal(SafetySignal.ARM);
    ticks(3);

    assertThat(policy.calls)
        .containsExactly("act 0", "executed 0.5", "act 1", "executed 0.5", "act 2", "executed 0.5");
    assertThat(loop.tick().index()).isEqualTo(3);
  }

  @Test
  void aPolicyWithNothingToOfferIsHeldAndAskedAgain() {
    loop.signal(SafetySignal.ARM);
    policy.wanted = Optional.empty();
    Tick held = loop.tick();
    policy.wanted = Optional.of(new Action(0.5f));
    Tick resumed = loop.tick();

    assertThat(held.state()).isEqualTo(SafetyState.HOLD);
    assertThat(held.sent()).contains(new GuardedAction(SAFE, Set.of()));
    assertThat(resumed.state()).isEqualTo(SafetyState.ARMED);
    assertThat(robot.sent).containsExactly(SAFE, new Action(0.5f));
  }

  @Test
  void aPolicyThatThrowsIsHeldAndNotToldOfTheStep() {
    loop.signal(SafetySignal.ARM);
    policy.failure = new IllegalStateException("engine");
    loop.tick();

    assertThat(loop.state()).isEqualTo(SafetyState.HOLD);
    assertThat(robot.sent).containsExactly(SAFE);
    assertThat(policy.calls).containsExactly("act 0");
    assertThat(events).contains(new LoopEvent.PolicyFailed(0, policy.failure));
  }

  @Test
  void aPolicyThatFailsWhileOnlyObservingChangesNoState() {
    policy.failure = new IllegalStateException("engine");
    loop.tick();

    assertThat(loop.state()).isEqualTo(SafetyState.DISARMED);
    assertThat(policy.calls).containsExactly("observe 0");
  }

  @Test
  void aPolicyLostForTooLongStopsTheLoopForGood() {
    loop.signal(SafetySignal.ARM);
    policy.wanted = Optional.empty();
    ticks(2);
    assertThat(loop.state()).isEqualTo(SafetyState.HOLD);
    ticks(1);
    assertThat(loop.state()).isEqualTo(SafetyState.STOPPED);
    policy.wanted = Optional.of(new Action(0.5f));
    ticks(2);

    assertThat(robot.sent).containsOnly(SAFE).hasSize(5);
  }

  @Test
  void theTimeToAStopBeginsAnewOnceThePolicyHasActed() {
    loop.signal(SafetySignal.ARM);
    for (int i = 0; i < 5; i++) {
      policy.wanted = Optional.empty();
      ticks(2);
      policy.wanted = Optional.of(new Action(0.5f));
      ticks(1);
    }

    assertThat(loop.state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void aLostRobotStopsTheLoop() {
    loop.signal(SafetySignal.ARM);
    robot.observing = new UncheckedIOException(new IOException("link"));

    assertThatThrownBy(loop::tick).isSameAs(robot.observing);
    assertThat(loop.state()).isEqualTo(SafetyState.STOPPED);
    assertThat(events).contains(new LoopEvent.RobotLost(0, robot.observing));
  }

  @Test
  void aRobotThatTakesNoActionsStopsTheLoop() {
    loop.signal(SafetySignal.ARM);
    robot.acting = new UncheckedIOException(new IOException("link"));

    assertThatThrownBy(loop::tick).isSameAs(robot.acting);
    assertThat(loop.state()).isEqualTo(SafetyState.STOPPED);
    robot.acting = null;
    loop.tick();
    assertThat(robot.sent).containsExactly(SAFE);
  }

  @Test
  void refusesAGuardForAnotherActionSpace() {
    ActionSpace other = new ActionSpace(List.of(new ActionAxis("v", "m/s", -2, 2)));

    assertThatThrownBy(
            () ->
                new ControlLoop(
                    robot, policy, SafetyProfile.turnBased(other), () -> 0, events::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the guard must be made for the robot's action space");
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      loop.tick();
    }
  }
}
