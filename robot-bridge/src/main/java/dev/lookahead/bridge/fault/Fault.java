package dev.lookahead.bridge.fault;

/**
 * One fault.
 *
 * @param type how the observations fail
 * @param fromNanos when it begins, on the clock of receipts
 * @param durationNanos how long it lasts, at least 0
 * @param delayNanos by how much {@link FaultType#DELAYED} delays, at least 0
 */
public record Fault(FaultType type, long fromNanos, long durationNanos, long delayNanos) {

  /** Refuses negative times. */
  public Fault {
    if (durationNanos < 0 || delayNanos < 0) {
      throw new IllegalArgumentException(
          "durationNanos and delayNanos must be at least 0, got "
              + durationNanos
              + " and "
              + delayNanos);
    }
  }

  /** Whether it is in force. */
  public boolean activeAt(long nowNanos) {
    return type != FaultType.OK && nowNanos >= fromNanos && nowNanos - fromNanos < durationNanos;
  }
}
