package dev.lookahead.bridge.fault;

/**
 * One fault.
 *
 * @param type how the observations fail
 * @param fromNanos when it begins, on the clock of receipts
 * @param durationNanos how long it lasts, at least 0
 * @param magnitudeNanos by how much {@link FaultType#DELAYED} delays, at least 0; how far ahead
 *     {@link FaultType#WRONG} sets the stamps, or 0 for stamps that jump about; else without
 *     meaning
 */
public record Fault(FaultType type, long fromNanos, long durationNanos, long magnitudeNanos) {

  /** Refuses negative times. */
  public Fault {
    if (durationNanos < 0) {
      throw new IllegalArgumentException("durationNanos must be at least 0, got " + durationNanos);
    }
    if (type == FaultType.DELAYED && magnitudeNanos < 0) {
      throw new IllegalArgumentException("a delay must be at least 0, got " + magnitudeNanos);
    }
  }

  /** Whether it is in force. */
  public boolean activeAt(long nowNanos) {
    return type != FaultType.OK && nowNanos >= fromNanos && nowNanos - fromNanos < durationNanos;
  }
}
