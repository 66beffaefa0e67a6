package dev.lookahead.planner;

import java.util.function.LongSupplier;

/** A clock that moves when a test says so. */
public final class FakeClock implements LongSupplier {

  private long nanos = 1_000_000;

  /** Lets time pass. */
  public void advance(long byNanos) {
    nanos += byNanos;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
