package dev.lookahead.bridge.ros1.tcpros;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest body wins: keeps the last one received until it is taken, and counts those that were
 * overtaken. Bodies are exchanged, not copied: with one publisher three buffers go round, one being
 * filled, one waiting, one in the taker's hands.
 *
 * <p>Thread: any number of links; one taker.
 */
public final class LatestBody implements BodySink {

  private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private @Nullable Received waiting;
  private ByteBuffer spare = EMPTY;
  private ByteBuffer taken = EMPTY;
  private long overtaken;

  /**
   * A body in the taker's hands.
   *
   * @param body little-endian, from position to limit; valid until the next one is taken
   * @param receivedNanos when its last byte was there, on the link's clock
   */
  public record Received(ByteBuffer body, long receivedNanos) {}

  @Override
  public ByteBuffer accept(ByteBuffer body, long receivedNanos) {
    lock.lock();
    try {
      ByteBuffer next = spare;
      if (waiting != null) {
        overtaken++;
        next = waiting.body();
      }
      spare = EMPTY;
      waiting = new Received(body, receivedNanos);
      arrived.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** The newest body, if one arrived since the last was taken. */
  public Optional<Received> poll() {
    lock.lock();
    try {
      Received newest = waiting;
      if (newest == null) {
        return Optional.empty();
      }
      waiting = null;
      spare = taken;
      taken = newest.body();
      return Optional.of(newest);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The newest body, waiting for one to arrive; empty if none does in time.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public Optional<Received> take(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long leftNanos = timeout.toNanos();
      while (waiting == null && leftNanos > 0) {
        leftNanos = arrived.awaitNanos(leftNanos);
      }
      return poll();
    } finally {
      lock.unlock();
    }
  }

  /** How many bodies a newer one replaced before they were taken. */
  public long overtaken() {
    lock.lock();
    try {
      return overtaken;
    } finally {
      lock.unlock();
    }
  }
}
