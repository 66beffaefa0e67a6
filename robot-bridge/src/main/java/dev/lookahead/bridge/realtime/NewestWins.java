package dev.lookahead.bridge.realtime;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values over to another thread. Whoever offers never waits: while a value has not been
 * taken, a newer one takes its place, so that at most one waits and at most one task is queued,
 * however slow the other side is. Thread: {@link #offer} from any.
 */
public final class NewestWins<T> {

  private final Executor executor;
  private final Consumer<? super T> taker;
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();

  /**
   * @param executor runs every task, one at a time
   * @param taker is told on it
   */
  public NewestWins(Executor executor, Consumer<? super T> taker) {
    this.executor = executor;
    this.taker = taker;
  }

  /** Hands a value over; returns at once. */
  public void offer(T value) {
    if (waiting.getAndSet(value) == null) {
      executor.execute(this::take);
    }
  }

  private void take() {
    T value = waiting.getAndSet(null);
    if (value != null) {
      taker.accept(value);
    }
  }
}
