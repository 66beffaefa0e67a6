package dev.lookahead.bridge.fault.network;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** What all connections of a proxy share: the fault in force. Thread: the proxy's event loop. */
final class Line {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final RandomGenerator random;
  private final LongSupplier nanoClock;
  private NetworkFault fault = new NetworkFault.None();

  Line(RandomGenerator random, LongSupplier nanoClock) {
    this.random = random;
    this.nanoClock = nanoClock;
  }

  void set(NetworkFault next) {
    fault = next;
  }

  long nanos() {
    return nanoClock.getAsLong();
  }

  boolean isCut() {
    return fault instanceof NetworkFault.Partition;
  }

  boolean isDown() {
    return fault instanceof NetworkFault.Down;
  }

  /** How long a segment that arrives now is under way. */
  long delayNanos() {
    if (fault instanceof NetworkFault.Delay delay) {
      return delay.by().toNanos();
    }
    boolean lost = fault instanceof NetworkFault.Loss loss && random.nextDouble() < loss.share();
    return lost ? ((NetworkFault.Loss) fault).stall().toNanos() : 0;
  }

  /** How many bytes of those that wait may pass together. */
  int most(int waiting) {
    return fault instanceof NetworkFault.Throttle narrow
        ? Math.min(waiting, Math.max(1, narrow.bytesPerSecond() / 20))
        : waiting;
  }

  /** How long it takes so many bytes to pass. */
  long passingNanos(int bytes) {
    return fault instanceof NetworkFault.Throttle narrow
        ? bytes * NANOS_PER_SECOND / narrow.bytesPerSecond()
        : 0;
  }
}
