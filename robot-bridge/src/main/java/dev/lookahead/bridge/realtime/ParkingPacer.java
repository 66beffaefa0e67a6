package dev.lookahead.bridge.realtime;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Sleeps by parking the thread. */
public final class ParkingPacer implements Pacer {

  private final LongSupplier nanoClock;

  /**
   * @param nanoClock the system's monotonic clock
   */
  public ParkingPacer(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public long nanos() {
    return nanoClock.getAsLong();
  }

  @Override
  public void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - nanos();
    while (left > 0) {
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      left = nanos - nanos();
    }
  }
}
