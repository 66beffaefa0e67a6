package dev.lookahead.bridge.fault;

import dev.lookahead.bridge.realtime.Pacer;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Time that passes only when someone sleeps, and at once: everything due meanwhile happens on the
 * sleeper's thread, in the order of its time. So a control loop, its planner and its robot run in
 * one thread, the same way every time. Not thread-safe.
 *
 * <p>The process may be frozen once, as by SIGSTOP or a long collection of garbage: whoever of it
 * would wake up meanwhile wakes up afterwards, and its computations take longer by that time. The
 * world outside goes on.
 */
public final class VirtualTime implements Pacer {

  private record Event(long nanos, long order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::order));
  private long now;
  private long order;
  private long frozenFrom = Long.MAX_VALUE;
  private long frozenUntil = Long.MAX_VALUE;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleepUntil(long nanos) {
    long wake = Math.max(now, awake(nanos));
    while (!events.isEmpty() && events.peek().nanos() <= wake) {
      Event next = events.remove();
      now = Math.max(now, next.nanos());
      next.action().run();
    }
    now = wake;
  }

  /** Has something happen at a time that has not passed. */
  public void at(long nanos, Runnable action) {
    events.add(new Event(Math.max(nanos, now), order++, action));
  }

  /** Freezes the process; before anything that this concerns is scheduled. */
  public void freeze(long fromNanos, long durationNanos) {
    frozenFrom = fromNanos;
    frozenUntil = Math.addExact(fromNanos, durationNanos);
  }

  /** When the process does what it would do at a time if it were never frozen. */
  public long awake(long nanos) {
    return nanos >= frozenFrom && nanos < frozenUntil ? frozenUntil : nanos;
  }

  /** A thread whose tasks take as long as told; what they do shows at their end. */
  public Executor executor(LongSupplier durationsNanos) {
    return task -> {
      long end = now + durationsNanos.getAsLong();
      boolean frozenMeanwhile = now < frozenFrom && end > frozenFrom;
      at(frozenMeanwhile ? end + frozenUntil - frozenFrom : end, task);
    };
  }
}
