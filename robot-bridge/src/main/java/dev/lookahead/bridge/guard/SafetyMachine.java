package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The safety state and all it depends on, at one moment. Immutable: each step maps a machine and
 * the inputs of a tick to what is sent and the machine for the next tick, so that equal inputs give
 * equal decisions.
 *
 * <p>Disarmed, the robot gets nothing, whatever happens. Armed, it gets the guarded action of the
 * policy unless a reason stands against it; the most severe demand of all reasons decides. A hold
 * ends by itself once no reason stands, unless a person signalled it. A stop is latched: only
 * {@link SafetySignal#DISARM} leads out of it, and only {@link SafetySignal#ARM} to motion.
 *
 * @param profile what is safe for this robot
 * @param status the safety state
 * @param plannedNanos when something new and usable was last planned, or none was needed
 * @param motion what was sent; at rest while nothing or the safe action is
 * @param standing the action that keeps the robot where it is, while it is held or stopped
 * @param watch what was seen
 */
public record SafetyMachine(
    SafetyProfile profile,
    SafetyStatus status,
    long plannedNanos,
    Motion motion,
    Optional<Action> standing,
    ObservationWatch watch) {

  /** A disarmed machine that has seen nothing. */
  public static SafetyMachine begin(SafetyProfile profile, long nowNanos) {
    Action zero = new Action(new float[profile.limits().space().size()]);
    Action safe =
        profile.safeAction().toStop(Optional.empty(), profile.limits().space().clamp(zero));
    return new SafetyMachine(
        profile,
        SafetyStatus.begin(nowNanos),
        nowNanos,
        Motion.restingAt(safe),
        Optional.empty(),
        ObservationWatch.begin());
  }

  /** What may be sent. */
  public SafetyState state() {
    return status.state();
  }

  /** The newest observation that counts; empty before the first. */
  public Optional<Observation> newest() {
    return watch.newest().map(Sighting::observation);
  }

  /** The action sent last; while nothing is sent, the one that would stop the robot. */
  public Action lastSent() {
    return motion.last();
  }

  /** Takes note of the newest observation; the same one may be handed in again. */
  public SafetyMachine seen(Sighting sighting) {
    boolean moving = state() == SafetyState.ARMED && profile.safeAction().moves(motion);
    ObservationWatch then = watch.then(sighting, moving, profile.observation());
    return new SafetyMachine(profile, status, plannedNanos, motion, standing, then);
  }

  /**
   * Heeds signals between ticks. Arming is refused while anything demands more than a hold; a
   * machine that is armed starts from rest.
   */
  public SafetyMachine heed(List<SafetySignal> signals, OperatorReports operator, long nowNanos) {
    boolean mayArm = Demand.of(outside(operator, nowNanos)).compareTo(Demand.HOLD) <= 0;
    SafetyStatus heeded = status.heed(signals, mayArm, nowNanos);
    boolean begins = heeded.state().engaged() && !state().engaged();
    Motion from = begins ? Motion.restingAt(toStop()) : motion;
    return new SafetyMachine(profile, heeded, plannedNanos, from, standing, watch);
  }

  /** Decides what is sent. */
  public SafetyStep step(TickInputs in) {
    SafetyMachine heeded = heed(in.signals(), in.operator(), in.nowNanos());
    return heeded.decide(in, state());
  }

  private SafetyStep decide(TickInputs in, SafetyState from) {
    long now = in.nowNanos();
    Action safe = toStop();
    GuardedAction guarded = guarded(in.offer(), safe);
    Set<SafetyReason> ofOffer = in.offer().reasons();
    if (guarded.replaced()) {
      ofOffer.add(SafetyReason.UNUSABLE_ACTION);
    }
    boolean planned = in.offer().fresh() && ofOffer.isEmpty();
    boolean needed = state().engaged() && !status.holdSignalled();
    long lastPlanned = planned || !needed ? now : plannedNanos;

    Set<SafetyReason> reasons = outside(in.operator(), now);
    reasons.addAll(in.faults());
    reasons.addAll(ofOffer);
    reasons.addAll(remembered(in.signals(), now - lastPlanned));
    SafetyMachine next =
        decided(status.demanded(Demand.of(reasons), now), lastPlanned, guarded, safe);
    Optional<GuardedAction> sent =
        next.sends(now) ? Optional.of(next.chosen(guarded, safe)) : Optional.empty();
    return new SafetyStep(next, from, reasons, sent);
  }

  private GuardedAction guarded(Offer offer, Action safe) {
    return offer
        .wanted()
        .map(wanted -> new ActionGuard(profile.limits()).guard(wanted, motion, safe))
        .map(allowed -> inWorkspace(allowed, safe))
        .orElseGet(() -> new GuardedAction(safe, Set.of()));
  }

  private GuardedAction inWorkspace(GuardedAction allowed, Action safe) {
    return profile.workspace().map(room -> room.limited(allowed, newest(), safe)).orElse(allowed);
  }

  /** What follows from what was signalled and how long ago something was planned. */
  private Set<SafetyReason> remembered(List<SafetySignal> signals, long unplannedNanos) {
    Set<SafetyReason> reasons = EnumSet.noneOf(SafetyReason.class);
    if (status.holdSignalled()) {
      reasons.add(SafetyReason.HOLD_SIGNALLED);
    }
    if (signals.contains(SafetySignal.STOP)) {
      reasons.add(SafetyReason.STOP_SIGNALLED);
    }
    if (unplannedNanos >= profile.settings().planLostNanos()) {
      reasons.add(SafetyReason.LOST_PLAN);
    }
    return reasons;
  }

  private SafetyMachine decided(
      SafetyStatus decided, long lastPlanned, GuardedAction guarded, Action safe) {
    boolean moves = decided.state() == SafetyState.ARMED;
    boolean stands = !moves && decided.state() != SafetyState.DISARMED;
    return new SafetyMachine(
        profile,
        decided,
        lastPlanned,
        moves ? motion.then(guarded.action()) : Motion.restingAt(safe),
        stands ? Optional.of(safe) : Optional.empty(),
        watch);
  }

  /** What the state lets through: the guarded action, or the safe one and why it replaces that. */
  private GuardedAction chosen(GuardedAction guarded, Action safe) {
    boolean asGuarded = state() == SafetyState.ARMED || guarded.replaced();
    return asGuarded ? guarded : new GuardedAction(safe, Set.of());
  }

  /** What the observations and the people say. */
  private Set<SafetyReason> outside(OperatorReports operator, long nowNanos) {
    Set<SafetyReason> reasons = EnumSet.noneOf(SafetyReason.class);
    reasons.addAll(watch.reasons(nowNanos, profile.observation()));
    reasons.addAll(operator.reasons(nowNanos, profile.operator()));
    return reasons;
  }

  private Action toStop() {
    return standing.orElseGet(() -> profile.safeAction().toStop(newest(), motion.last()));
  }

  private boolean sends(long nowNanos) {
    return switch (state()) {
      case DISARMED -> false;
      case ARMED, HOLD -> true;
      case STOPPED -> nowNanos - status.sinceNanos() < profile.settings().stopSendingNanos();
    };
  }
}
