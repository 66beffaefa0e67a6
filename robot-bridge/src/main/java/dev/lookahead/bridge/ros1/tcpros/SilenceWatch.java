package dev.lookahead.bridge.ros1.tcpros;

import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/**
 * Tells a dead connection from a quiet one. TCP alone notices a vanished peer late or never, and a
 * ROS 1 publisher says nothing between messages; so silence counts only where there was a rate:
 * after {@value #STEADY} messages with gaps under half a second, or inside a message. Then {@value
 * #ALLOWED_MILLIS} ms without a byte mean that the peer is gone.
 *
 * <p>A publisher that merely pauses costs one reconnection: the new link has no rate until messages
 * come again.
 */
final class SilenceWatch implements Patience {

  private static final int STEADY = 10;
  private static final long ALLOWED_MILLIS = 1500;
  private static final long ALLOWED_NANOS = ALLOWED_MILLIS * 1_000_000L;
  private static final long GAP_NANOS = 500_000_000L;

  private final LongSupplier nanoClock;
  private long heardNanos;
  private long messageNanos;
  private int steady;
  private boolean insideMessage;

  SilenceWatch(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
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
  public void quiet(SocketTimeoutException timeout) throws TcprosException {
    long silentNanos = nanoClock.getAsLong() - heardNanos;
    if (silentNanos > ALLOWED_NANOS && (insideMessage || steady == STEADY)) {
      throw new TcprosException(
          "the publisher fell silent for "
              + silentNanos / 1_000_000L
              + " ms "
              + (insideMessage ? "inside a message" : "after a steady rate"));
    }
  }
}
