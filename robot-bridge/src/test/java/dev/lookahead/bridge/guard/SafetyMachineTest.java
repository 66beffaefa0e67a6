package dev.lookahead.bridge.guard;

import static dev.lookahead.bridge.guard.SafetySignal.ARM;
import static dev.lookahead.bridge.guard.SafetySignal.DISARM;
import static dev.lookahead.bridge.guard.SafetySignal.HOLD;
import static dev.lookahead.bridge.guard.SafetySignal.RESUME;
import static dev.lookahead.bridge.guard.SafetySignal.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.OperatorReports.Report;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten ticks a second, each with a new frame, unless a test says otherwise. */
class SafetyMachineTest {

  private static final ActionSpace SPACE =
      new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));
  private static final Action SAFE = new Action(0);
  private static final Action GO = new Action(0.5f);
  private static final long TICK = 100;

  private SafetyMachine machine =
      SafetyMachine.begin(SafetyProfile.of(SPACE, Seen.nanos(33)), Seen.nanos(1000));
  private OperatorReports operator = OperatorReports.none();
  private long now = 1000;

  @Test
  void aNewMachineIsDisarmedAndSendsNothing() {
    SafetyStep step = tick(Offer.of(GO));

    assertThat(step.state()).isEqualTo(SafetyState.DISARMED);
    assertThat(step.sent()).isEmpty();
    assertThat(step.reasons()).isEmpty();
    assertThat(machine.lastSent()).isEqualTo(SAFE);
    assertThat(SafetyState.DISARMED.engaged()).isFalse();
  }

  @Test
  void anArmedMachineSendsTheGuardedAction() {
    assertThat(tick(Offer.of(new Action(4)), ARM).sent())
        .contains(new GuardedAction(new Action(1), Set.of(GuardReason.OUT_OF_RANGE)));
    SafetyStep second = tick(Offer.of(GO));

    assertThat(second.sent()).contains(new GuardedAction(GO, Set.of()));
    assertThat(second.from()).isEqualTo(SafetyState.ARMED);
    assertThat(machine.motion()).isEqualTo(new Motion(GO, new Action(1)));
  }

  @Test
  void withoutAnActionItHoldsAndGoesOnByItself() {
    tick(Offer.of(GO), ARM);
    SafetyStep held = tick(Offer.none());

    assertThat(held.state()).isEqualTo(SafetyState.HOLD);
    assertThat(held.reasons()).containsExactly(SafetyReason.NO_ACTION);
    assertThat(held.sent()).contains(new GuardedAction(SAFE, Set.of()));
    assertThat(machine.motion()).isEqualTo(Motion.restingAt(SAFE));
    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.ARMED);
    assertThat(machine.standing()).isEmpty();
  }

  @Test
  void withoutAnythingNewForASecondItStops() {
    tick(Offer.of(GO), ARM);
    for (int i = 0; i < 9; i++) {
      assertThat(tick(Offer.none()).state()).isEqualTo(SafetyState.HOLD);
    }
    SafetyStep last = tick(Offer.none());

    assertThat(last.state()).isEqualTo(SafetyState.STOPPED);
    assertThat(last.reasons())
        .containsExactlyInAnyOrder(SafetyReason.NO_ACTION, SafetyReason.LOST_PLAN);
    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.STOPPED);
  }

  @Test
  void continuedPlansMoveTheRobotButAreNothingNew() {
    tick(Offer.of(GO), ARM);
    for (int i = 0; i < 9; i++) {
      assertThat(tick(continued()).sent()).contains(new GuardedAction(GO, Set.of()));
    }

    assertThat(tick(continued()).state()).isEqualTo(SafetyState.STOPPED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aPlanOfNoFiniteCostIsNotFollowed(double cost) {
    Offer offer = new Offer(Optional.of(GO), OptionalDouble.of(cost), true);
    SafetyStep step = tick(offer, ARM);

    assertThat(step.reasons()).containsExactly(SafetyReason.UNUSABLE_COST);
    assertThat(step.sent()).contains(new GuardedAction(SAFE, Set.of()));
    for (int i = 0; i < 9; i++) {
      step = tick(offer);
    }
    assertThat(step.state()).isEqualTo(SafetyState.STOPPED);
    assertThat(tick(new Offer(Optional.of(GO), OptionalDouble.of(3), true), DISARM, ARM).sent())
        .contains(new GuardedAction(GO, Set.of()));
  }

  @Test
  void anActionThatIsNoNumberHoldsAndSaysWhy() {
    tick(Offer.of(GO), ARM);
    SafetyStep step = tick(Offer.of(new Action(Float.NaN)));

    assertThat(step.state()).isEqualTo(SafetyState.HOLD);
    assertThat(step.reasons()).containsExactly(SafetyReason.UNUSABLE_ACTION);
    assertThat(step.sent()).contains(new GuardedAction(SAFE, Set.of(GuardReason.NOT_FINITE)));
    for (int i = 0; i < 9; i++) {
      step = tick(Offer.of(new Action(Float.NaN)));
    }
    assertThat(step.state()).isEqualTo(SafetyState.STOPPED);
  }

  @Test
  void aStopIsLatchedSendsForTwoSecondsAndFallsSilent() {
    tick(Offer.of(GO), ARM);
    SafetyStep stopped = tick(Offer.of(GO), STOP);

    assertThat(stopped.reasons()).containsExactly(SafetyReason.STOP_SIGNALLED);
    assertThat(stopped.sent()).contains(new GuardedAction(SAFE, Set.of()));
    for (int i = 0; i < 19; i++) {
      assertThat(tick(Offer.of(GO), ARM, RESUME, HOLD).sent())
          .contains(new GuardedAction(SAFE, Set.of()));
    }
    assertThat(tick(Offer.of(GO)).sent()).isEmpty();
    assertThat(tick(Offer.of(GO), DISARM).state()).isEqualTo(SafetyState.DISARMED);
    assertThat(tick(Offer.of(GO), ARM).sent()).contains(new GuardedAction(GO, Set.of()));
  }

  @Test
  void aPersonsStopIsHeededEvenDisarmed() {
    assertThat(tick(Offer.of(GO), STOP).sent()).contains(new GuardedAction(SAFE, Set.of()));
  }

  @Test
  void aSignalledHoldLastsAndNeedsNoPlans() {
    tick(Offer.of(GO), ARM);
    assertThat(tick(Offer.of(GO), HOLD).reasons()).containsExactly(SafetyReason.HOLD_SIGNALLED);
    for (int i = 0; i < 50; i++) {
      assertThat(tick(Offer.none()).state()).isEqualTo(SafetyState.HOLD);
    }

    assertThat(tick(Offer.of(GO), RESUME).state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void aStaleObservationHoldsAndALostOneStops() {
    tick(Offer.of(GO), ARM);
    assertThat(blindTick().state()).isEqualTo(SafetyState.ARMED);
    assertThat(blindTick().state()).isEqualTo(SafetyState.ARMED);
    assertThat(blindTick().reasons()).containsExactly(SafetyReason.STALE_OBSERVATION);
    assertThat(machine.state()).isEqualTo(SafetyState.HOLD);
    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.ARMED);
    for (int i = 0; i < 9; i++) {
      blindTick();
    }
    assertThat(machine.state()).isEqualTo(SafetyState.HOLD);

    assertThat(blindTick().reasons()).containsExactly(SafetyReason.LOST_OBSERVATION);
    assertThat(machine.state()).isEqualTo(SafetyState.STOPPED);
  }

  @Test
  void aCameraStuckInMotionHoldsUntilItMoves() {
    machine = machine.seen(Seen.of(now, now, 7));
    tick(Offer.of(GO), Seen.of(now + TICK, now + TICK, 7), ARM);
    SafetyStep step = tick(Offer.of(GO), Seen.of(now + TICK, now + TICK, 7));
    for (int i = 0; i < 9; i++) {
      step = tick(Offer.of(GO), Seen.of(now + TICK, now + TICK, 7));
    }
    assertThat(step.reasons()).containsExactly(SafetyReason.STUCK_CAMERA);
    assertThat(step.state()).isEqualTo(SafetyState.HOLD);
    tick(Offer.of(GO), Seen.of(now + TICK, now + TICK, 7));

    assertThat(tick(Offer.of(GO), Seen.of(now + TICK, now + TICK, 8)).state())
        .isEqualTo(SafetyState.ARMED);
  }

  @Test
  void aCameraThatStandsStillWithTheRobotIsNotStuck() {
    tick(Offer.of(SAFE), Seen.of(now + TICK, now + TICK, 7), ARM);
    for (int i = 0; i < 50; i++) {
      assertThat(tick(Offer.of(SAFE), Seen.of(now + TICK, now + TICK, 7)).state())
          .isEqualTo(SafetyState.ARMED);
    }
  }

  @Test
  void armingIsRefusedWhileAnythingDemandsMoreThanAHold() {
    operator = eStop(true);
    assertThat(tick(Offer.of(GO), ARM).state()).isEqualTo(SafetyState.DISARMED);
    operator = override();
    SafetyStep refused = tick(Offer.of(GO), ARM);
    assertThat(refused.state()).isEqualTo(SafetyState.DISARMED);
    assertThat(refused.reasons()).containsExactly(SafetyReason.HUMAN_OVERRIDE);
    operator = deadman(false);
    assertThat(tick(Offer.of(GO), ARM).state()).isEqualTo(SafetyState.HOLD);
    operator = deadman(true);
    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void armingIsRefusedBeforeAnythingWasSeen() {
    SafetyMachine blind = machine.heed(List.of(ARM), OperatorReports.none(), Seen.nanos(1000));

    assertThat(blind.state()).isEqualTo(SafetyState.DISARMED);
    assertThat(machine.newest()).isEmpty();
  }

  @Test
  void anEmergencyStopIsLatchedAfterItsRelease() {
    tick(Offer.of(GO), ARM);
    operator = eStop(true);
    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.STOPPED);
    operator = eStop(false);

    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.STOPPED);
    assertThat(tick(Offer.of(GO), ARM).state()).isEqualTo(SafetyState.STOPPED);
    assertThat(tick(Offer.of(GO), DISARM).state()).isEqualTo(SafetyState.DISARMED);
    assertThat(tick(Offer.of(GO), ARM).state()).isEqualTo(SafetyState.ARMED);
  }

  @Test
  void aPersonWhoTakesOverDisarmsAndIsNotInterrupted() {
    tick(Offer.of(GO), ARM);
    operator = override();
    SafetyStep step = tick(Offer.of(GO));
    assertThat(step.state()).isEqualTo(SafetyState.DISARMED);
    assertThat(step.sent()).isEmpty();
    operator = OperatorReports.none();

    assertThat(tick(Offer.of(GO)).state()).isEqualTo(SafetyState.DISARMED);
  }

  @Test
  void whatTheLoopFindsWrongCountsAsWell() {
    tick(Offer.of(GO), ARM);
    SafetyStep paused = tick(Offer.of(GO), Seen.at(now + TICK), Set.of(SafetyReason.PAUSED));
    assertThat(paused.state()).isEqualTo(SafetyState.HOLD);
    SafetyStep lost = tick(Offer.of(GO), Seen.at(now + TICK), Set.of(SafetyReason.ROBOT_LOST));
    assertThat(lost.state()).isEqualTo(SafetyState.STOPPED);
  }

  @Test
  void aPositionIsHeldWhereItWasWhenTheHoldBegan() {
    SafeAction hold = new SafeAction.HoldPosition(List.of(0), SPACE);
    SafetyProfile of = machine.profile();
    machine =
        SafetyMachine.begin(
            new SafetyProfile(
                of.limits(),
                Optional.empty(),
                hold,
                of.observation(),
                of.operator(),
                of.settings()),
            Seen.nanos(now));
    tick(Offer.of(GO), felt(0.25f));
    assertThat(machine.lastSent()).isEqualTo(new Action(0.25f));
    tick(Offer.of(GO), felt(0.3f), ARM);
    assertThat(machine.motion()).isEqualTo(new Motion(GO, new Action(0.3f)));
    tick(Offer.none(), felt(0.4f));
    tick(Offer.none(), felt(0.39f));

    assertThat(machine.lastSent()).isEqualTo(new Action(0.4f));
    assertThat(tick(Offer.none(), felt(0.38f), STOP).sent())
        .contains(new GuardedAction(new Action(0.4f), Set.of()));
    assertThat(machine.newest()).map(seen -> seen.proprioception().get(0)).contains(0.38f);
  }

  private static Offer continued() {
    return new Offer(Optional.of(GO), OptionalDouble.empty(), false);
  }

  private OperatorReports eStop(boolean on) {
    return new OperatorReports(report(on), Optional.empty(), Optional.empty());
  }

  private OperatorReports deadman(boolean on) {
    return new OperatorReports(Optional.empty(), report(on), Optional.empty());
  }

  private OperatorReports override() {
    return new OperatorReports(Optional.empty(), Optional.empty(), report(true));
  }

  private Optional<Report> report(boolean on) {
    return Optional.of(new Report(on, Seen.nanos(now)));
  }

  private Sighting felt(float position) {
    Observation shape = Seen.at(now + TICK).observation();
    return new Sighting(
        new Observation(shape.frame(), Seen.feeling(position).proprioception()),
        Seen.nanos(now + TICK));
  }

  private SafetyStep blindTick() {
    now += TICK;
    return step(Offer.of(GO), Set.of());
  }

  private SafetyStep tick(Offer offer, SafetySignal... signals) {
    return tick(offer, Seen.at(now + TICK), signals);
  }

  private SafetyStep tick(Offer offer, Sighting seen, SafetySignal... signals) {
    return tick(offer, seen, Set.of(), signals);
  }

  private SafetyStep tick(
      Offer offer, Sighting seen, Set<SafetyReason> faults, SafetySignal... signals) {
    now += TICK;
    machine = machine.seen(seen);
    return step(offer, faults, signals);
  }

  private SafetyStep step(Offer offer, Set<SafetyReason> faults, SafetySignal... signals) {
    SafetyStep step =
        machine.step(new TickInputs(Seen.nanos(now), List.of(signals), operator, offer, faults));
    machine = step.next();
    return step;
  }
}
