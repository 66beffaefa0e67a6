package dev.lookahead.worldmodel.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills batches ahead of time on another thread, in the order of the steps, into a ring of buffers
 * that are reused. The batches are those that filling them in place would give.
 *
 * <p>Occupies one thread of the executor until it is closed or fails. {@link #next()} and {@link
 * #close()} belong to the consumer's thread.
 *
 * @param <B> a batch
 */
public final class Prefetcher<B> implements AutoCloseable {

  private final ObjLongConsumer<B> source;
  private final List<B> ring;
  private final long firstStep;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock: batches filled, handed out and given back since the start.
  private long filled;
  private long lent;
  private long returned;
  private boolean closed;
  private boolean working;
  private @Nullable Throwable failure;

  /**
   * Starts filling.
   *
   * @param source fills a batch for a step, for example {@link ClipSampler#fill}
   * @param allocate makes an empty batch; called {@code ahead + 1} times
   * @param ahead how many batches are kept ready, at least 1
   * @param firstStep the step of the first batch
   * @param executor has a thread to spare for as long as this is open
   */
  public Prefetcher(
      ObjLongConsumer<B> source,
      Supplier<B> allocate,
      int ahead,
      long firstStep,
      Executor executor) {
    if (ahead < 1) {
      throw new IllegalArgumentException("at least 1 batch is kept ready, got " + ahead);
    }
    this.source = source;
    this.firstStep = firstStep;
    this.ring = new ArrayList<>();
    for (int i = 0; i <= ahead; i++) {
      ring.add(allocate.get());
    }
    executor.execute(this::work);
  }

  /**
   * The batch of the next step, waiting for it if it is not ready. It belongs to the caller until
   * the next call of this method or of {@link #close()}.
   *
   * <p>What the source threw on the other thread is thrown here, after the batches before it.
   *
   * @throws IllegalStateException after closing
   * @throws InterruptedException if this thread is interrupted while waiting
   */
  public B next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("this prefetcher is closed");
      }
      returned = lent;
      changed.signalAll();
      while (filled == lent && failure == null) {
        changed.await();
      }
      if (filled == lent) {
        throw propagate();
      }
      return ring.get((int) (lent++ % ring.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Stops filling and waits for the batch at hand, no longer. Closing twice does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      while (working) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    try {
      start();
      for (long batch = 0; awaitRoom(batch); batch++) {
        source.accept(ring.get((int) (batch % ring.size())), firstStep + batch);
        publish();
      }
      stop(null);
    } catch (Throwable thrown) {
      stop(thrown);
    }
  }

  private void start() {
    lock.lock();
    try {
      working = true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether batch may be written: false once closed. */
  private boolean awaitRoom(long batch) {
    lock.lock();
    try {
      while (!closed && batch - returned >= ring.size()) {
        changed.awaitUninterruptibly();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void publish() {
    lock.lock();
    try {
      filled++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void stop(@Nullable Throwable thrown) {
    lock.lock();
    try {
      failure = thrown;
      working = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sources throw unchecked exceptions and errors only; they keep their type. */
  private RuntimeException propagate() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    throw new AssertionError("a source cannot throw a checked exception", failure);
  }
}
