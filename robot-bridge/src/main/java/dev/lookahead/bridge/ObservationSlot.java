package dev.lookahead.bridge;

import dev.lookahead.bridge.guard.Sighting;
import java.util.Optional;

/**
 * Where an adapter's receiving threads leave observations for the control loop: one place, the
 * newest stamp wins, and nothing queues up. An observation that is late or comes twice is dropped
 * here, so that it cannot hide the newer one. Stamps that go far back are let through: the source's
 * clock may have been set, which is for the guard to judge.
 *
 * <p>Thread-safe; every access is under this object's monitor.
 */
public final class ObservationSlot {

  /** Farther back than any transport reorders: one second. */
  private static final long REORDERED_NANOS = 1_000_000_000L;

  private Optional<Sighting> newest = Optional.empty();
  private long dropped;

  /** Leaves an observation. */
  public synchronized void offer(Sighting seen) {
    if (newest.isPresent()) {
      long ahead = seen.observation().stampNanos() - newest.get().observation().stampNanos();
      if (ahead <= 0 && ahead > -REORDERED_NANOS) {
        dropped++;
        return;
      }
    }
    newest = Optional.of(seen);
  }

  /** The newest observation; empty before the first. Stays where it is. */
  public synchronized Optional<Sighting> newest() {
    return newest;
  }

  /** How many came late or twice. */
  public synchronized long dropped() {
    return dropped;
  }
}
