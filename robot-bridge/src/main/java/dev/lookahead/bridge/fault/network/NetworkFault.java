package dev.lookahead.bridge.fault.network;

import java.time.Duration;

/**
 * How a network treats the connections through it. Seen from above TCP: what is lost underneath is
 * sent again, so that nothing is ever missing or out of order, only late.
 */
public sealed interface NetworkFault {

  /** All passes at once. */
  record None() implements NetworkFault {}

  /**
   * Nothing passes, and nobody is told: connections stay open and are silent, new ones are accepted
   * and never answered. What was sent meanwhile arrives when the partition ends, as TCP would
   * deliver it, as far as the kernel's buffers held it.
   */
  record Partition() implements NetworkFault {}

  /**
   * All passes later.
   *
   * @param by how much, each way; above zero
   */
  record Delay(Duration by) implements NetworkFault {

    /** Checks the delay. */
    public Delay {
      requirePositive("by", by);
    }
  }

  /**
   * Some segments are lost and sent again, so that they and all that follows on the connection are
   * late. A segment is what one read gave, up to 64 KiB: fewer and longer than those of a real
   * link.
   *
   * @param share of the segments, above 0 and below 1
   * @param stall until it is sent again; Linux waits at least 200 ms
   */
  record Loss(double share, Duration stall) implements NetworkFault {

    /** Checks both. */
    public Loss {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share must be above 0 and below 1, got " + share);
      }
      requirePositive("stall", stall);
    }
  }

  /**
   * A narrow line.
   *
   * @param bytesPerSecond of each direction of each connection, at least 100
   */
  record Throttle(int bytesPerSecond) implements NetworkFault {

    /** Checks the rate. */
    public Throttle {
      if (bytesPerSecond < 100) {
        throw new IllegalArgumentException(
            "bytesPerSecond must be at least 100, got " + bytesPerSecond);
      }
    }
  }

  /** All connections are reset once; new ones are as good as ever. */
  record Reset() implements NetworkFault {}

  /** All connections are reset, and new ones are refused. */
  record Down() implements NetworkFault {}

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be above zero, got " + value);
    }
  }
}
