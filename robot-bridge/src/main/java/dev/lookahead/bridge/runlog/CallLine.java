package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.realtime.PolicyCall;
import dev.lookahead.bridge.realtime.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PolicyCall}. What the policy saw is the newest observation that counted at its tick.
 *
 * @param tick the tick of the turn
 * @param executedBefore what it was told was executed at the tick before
 * @param asked whether an action was wanted
 * @param interrupt whether its plan had not been followed
 * @param forget whether it was told to forget
 * @param goals what it was to reach from then on; null if that was what it had been
 * @param wanted what it wanted; null if nothing
 * @param iterations how many iterations its latest search had made
 * @param failure what it threw; null if nothing
 * @param startNanos when it began
 * @param endNanos when it was done
 */
public record CallLine(
    long tick,
    List<Float> executedBefore,
    boolean asked,
    boolean interrupt,
    boolean forget,
    @Nullable List<SeenLine> goals,
    @Nullable List<Float> wanted,
    int iterations,
    @Nullable String failure,
    long startNanos,
    long endNanos) {

  /** Copies the lists. */
  public CallLine {
    executedBefore = List.copyOf(executedBefore);
    goals = goals == null ? null : List.copyOf(goals);
    wanted = wanted == null ? null : List.copyOf(wanted);
  }

  static CallLine of(PolicyCall call, @Nullable List<SeenLine> goals) {
    Turn turn = call.turn();
    return new CallLine(
        turn.tick(),
        Floats.of(turn.executedBefore()),
        turn.asked(),
        turn.interrupt(),
        turn.forget(),
        goals,
        Floats.of(call.wanted()),
        call.foresight().iterations(),
        call.failure().map(Throwable::toString).orElse(null),
        call.startNanos(),
        call.endNanos());
  }
}
