package dev.lookahead.bridge.realtime;

import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.worldmodel.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What other threads want of a loop until its next tick: every signal in its order; of goals the
 * newest. Thread-safe; nobody waits.
 */
final class LoopInbox {

  private final Queue<SafetySignal> signals = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable List<Goal>> goals = new AtomicReference<>();

  void signal(SafetySignal signal) {
    signals.add(signal);
  }

  void pursue(List<Goal> wanted) {
    goals.set(List.copyOf(wanted));
  }

  /** Takes the signals since the last call. */
  List<SafetySignal> takeSignals() {
    List<SafetySignal> taken = new ArrayList<>();
    for (SafetySignal signal = signals.poll(); signal != null; signal = signals.poll()) {
      taken.add(signal);
    }
    return taken;
  }

  /** Takes the goals, if some came since the last call. */
  Optional<List<Goal>> takeGoals() {
    return Optional.ofNullable(goals.getAndSet(null));
  }
}
