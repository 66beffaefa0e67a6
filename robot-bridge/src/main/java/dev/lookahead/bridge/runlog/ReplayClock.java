package dev.lookahead.bridge.runlog;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.mpc.MpcEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The clock of a planner that is replayed. It stands still while the planner makes as many
 * iterations as it did, and then leaps past any deadline. It is also what the policy must tell its
 * events to. Thread: that of the policy.
 */
public final class ReplayClock implements LongSupplier, Consumer<MpcEvent> {

  private static final long LEAP_NANOS = Long.MAX_VALUE / 4;

  private final Map<Integer, ActionSequence> bests = new TreeMap<>();
  private int limit;
  private int iterations;
  private boolean leapt;

  @Override
  public long getAsLong() {
    long now = leapt ? LEAP_NANOS : 0;
    // A search that had no time for anything was late from the moment its deadline was set.
    leapt |= limit == 0;
    return now;
  }

  @Override
  public void accept(MpcEvent event) {
    if (!(event instanceof MpcEvent.Planning planning)) {
      return;
    }
    if (planning.event() instanceof PlannerEvent.Improved improved) {
      bests.put(improved.iteration() + 1, improved.best().actions());
    } else if (planning.event() instanceof PlannerEvent.Iterated) {
      iterations++;
    }
    leapt = iterations >= limit;
  }

  /** Begins a turn in which the planner made so many iterations. */
  void begin(int limit) {
    this.limit = limit;
    this.iterations = 0;
    this.leapt = false;
    bests.clear();
  }

  /** The best of this turn after so many iterations, each keyed by how many had been made. */
  Map<Integer, ActionSequence> bests() {
    return new TreeMap<>(bests);
  }
}
