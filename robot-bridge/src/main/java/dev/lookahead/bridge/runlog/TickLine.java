package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.GuardReason;
import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.bridge.guard.Offer;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.OperatorReports.Report;
import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.guard.TickInputs;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.worldmodel.Action;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ControlTick}.
 *
 * @param index from zero
 * @param seen what was received; null if it was the same as at the tick before, or nothing was
 * @param lookNanos when that was
 * @param dueNanos when the command should have left
 * @param sendNanos when it left
 * @param signals since the last tick
 * @param eStop the newest word of the emergency stop; null if there was none, as for the next two
 * @param deadman of the deadman switch
 * @param override of whoever may take over
 * @param faults of the loop itself
 * @param wanted what was offered; null if nothing
 * @param cost what its plan was predicted to cost; null if unknown
 * @param fresh whether nothing was offered from that plan before
 * @param source where the offer came from
 * @param offerTick the tick at whose observation it was planned
 * @param offerIterations how many iterations had been made of its search
 * @param state the state in which it was sent
 * @param reasons all that stood against moving
 * @param sent what the robot got; null if nothing
 * @param changed why that is not what was wanted, where the guard changed it
 */
public record TickLine(
    long index,
    @Nullable SeenLine seen,
    long lookNanos,
    long dueNanos,
    long sendNanos,
    List<SafetySignal> signals,
    @Nullable Report eStop,
    @Nullable Report deadman,
    @Nullable Report override,
    Set<SafetyReason> faults,
    @Nullable List<Float> wanted,
    @Nullable Double cost,
    boolean fresh,
    OfferSource source,
    long offerTick,
    int offerIterations,
    SafetyState state,
    Set<SafetyReason> reasons,
    @Nullable List<Float> sent,
    Set<GuardReason> changed) {

  /** Copies the collections. */
  public TickLine {
    signals = List.copyOf(signals);
    faults = Set.copyOf(faults);
    wanted = wanted == null ? null : List.copyOf(wanted);
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(state, "state");
    reasons = Set.copyOf(reasons);
    sent = sent == null ? null : List.copyOf(sent);
    changed = Set.copyOf(changed);
  }

  static TickLine of(ControlTick tick, @Nullable SeenLine seen) {
    OptionalDouble cost = tick.offer().cost();
    Optional<GuardedAction> sent = tick.step().sent();
    return new TickLine(
        tick.index(),
        seen,
        tick.lookNanos(),
        tick.dueNanos(),
        tick.sendNanos(),
        tick.signals(),
        tick.operator().eStop().orElse(null),
        tick.operator().deadman().orElse(null),
        tick.operator().override().orElse(null),
        tick.faults(),
        Floats.of(tick.offer().wanted()),
        cost.isPresent() ? cost.getAsDouble() : null,
        tick.offer().fresh(),
        tick.source(),
        tick.offerTick(),
        tick.offerIterations(),
        tick.step().state(),
        tick.step().reasons(),
        Floats.of(sent.map(GuardedAction::action)),
        sent.map(GuardedAction::reasons).orElse(Set.of()));
  }

  /** The same decision, to be made again with what a policy wants now. */
  TickInputs inputs(Optional<Action> wantedNow) {
    OptionalDouble known = cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost);
    return new TickInputs(
        sendNanos,
        signals,
        new OperatorReports(
            Optional.ofNullable(eStop),
            Optional.ofNullable(deadman),
            Optional.ofNullable(override)),
        new Offer(wantedNow, known, fresh),
        faults);
  }
}
