package dev.lookahead.bridge.realtime;

/** A monotonic clock that one can wait on. */
public interface Pacer {

  /** The time in nanoseconds from any origin, never going back. */
  long nanos();

  /**
   * Returns at the given time or a little later; at once if it has passed.
   *
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   */
  void sleepUntil(long nanos) throws InterruptedException;
}
