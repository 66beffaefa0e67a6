package dev.lookahead.bridge.ros1.tcpros;

import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/**
 * Tells a dead connection from a quiet one. TCP alone notices a vanished peer late or never, and a
 * ROS 1 publisher says nothing between messages; so silence counts only where there was a rate:
 * after {@value #STEADY} messages with gaps under half a second, or inside a message. Then {@value
 * #ALLOWED_MILLIS} ms without a byte mean that the peer is gone.
 *
 * <p>A publisher that merely pauses costs one reconnection, at once and within some milliseconds,
 * in which a message can be lost; the new link has no rate until messages come again. Where bursts
 * are normal and each message counts, {@link TransportHints#eventful()} leaves this out.
 */
final class SilenceWatch implements SilencePolicy {

  private static final int STEADY = 10;
  private static final long ALLOWED_MILLIS = 1500;
  private static final long ALLOWED_NANOS = ALLOWED_MILLIS * 1_000_000L;
  private static final long GAP_NANOS = 500_000_000L;

  private final LongSupplier nanoClock;
  private final boolean betweenMessages;
  private long heardNanos;
  private long messageNanos;
  private int steady;
  private boolean insideMessage;

  /**
   * @param betweenMessages whether silence counts between messages too
   */
  SilenceWatch(LongSupplier nanoClock, boolean betweenMessages) {
    this.nanoClock = nanoClock;
    this.betweenMessages = betweenMessages;
    this.heardNanos = nanoClock.getAsLong();
    this.messageNanos = heardNanos;
  }

  /** Some bytes of a message arrived, and more are to come. */
  @Override
  public void heard() {
    insideMessage = true;
    heardNanos = nanoClock.getAsLong();
  }

  /** A message is complete; returns when. */
  long messageComplete() {
    long now = nanoClock.getAsLong();
    steady = now - messageNanos <= GAP_NANOS ? Math.min(STEADY, steady + 1) : 0;
    insideMessage = false;
    heardNanos = now;
    messageNanos = now;
    return now;
  }

  @Override
  public void quiet(SocketTimeoutException timeout) throws SilenceException {
    long silentNanos = nanoClock.getAsLong() - heardNanos;
    if (silentNanos > ALLOWED_NANOS && (insideMessage || (betweenMessages && steady == STEADY))) {
      throw new SilenceException(
          "the publisher fell silent for "
              + silentNanos / 1_000_000L
              + " ms "
              + (insideMessage ? "inside a message" : "after a steady rate"));
    }
  }
}
