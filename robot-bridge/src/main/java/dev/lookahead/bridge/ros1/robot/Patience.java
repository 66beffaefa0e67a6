package dev.lookahead.bridge.ros1.robot;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How long may still be waited. */
public final class Patience {

  private static final long PAUSE_MILLIS = 20;

  private final LongSupplier nanoClock;
  private final long endNanos;
  private final long seconds;

  /**
   * @param nanoClock steady
   */
  public Patience(Duration timeout, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.seconds = timeout.toSeconds();
    this.endNanos = nanoClock.getAsLong() + timeout.toNanos();
  }

  /** What is left, at least 0. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - nanoClock.getAsLong()));
  }

  /** What it was in the beginning, in whole seconds. */
  long seconds() {
    return seconds;
  }

  /** Waits until something holds; false if that takes too long. */
  public boolean until(BooleanSupplier holds) throws InterruptedException {
    while (!holds.getAsBoolean()) {
      if (!pause()) {
        return false;
      }
    }
    return true;
  }

  /** Waits a moment; false if nothing is left. */
  boolean pause() throws InterruptedException {
    if (left().isZero()) {
      return false;
    }
    Thread.sleep(PAUSE_MILLIS);
    return true;
  }
}
