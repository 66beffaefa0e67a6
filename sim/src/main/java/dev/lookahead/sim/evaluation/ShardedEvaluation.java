package dev.lookahead.sim.evaluation;

import dev.lookahead.sim.Simulator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A {@link ClosedLoopEvaluation} on several threads: shard i of n runs the episodes i, i + n, i +
 * 2n ... The results are those of a single thread, in the same order; only the order of events
 * between episodes differs.
 */
public final class ShardedEvaluation {

  /**
   * What one thread works with.
   *
   * @param simulator used by this shard alone
   * @param policies whose model is used by this shard alone
   */
  public record Shard(Simulator simulator, EpisodePolicies policies) {}

  private final List<ClosedLoopEvaluation> shards;
  private final ExecutorService threads;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * @param shards at least one; a single one runs on the calling thread
   * @param threads as many as there are shards
   * @param seed of everything random
   * @param nanoClock measures planning; thread-safe
   * @param events is told by one thread at a time
   */
  public ShardedEvaluation(
      List<Shard> shards,
      ExecutorService threads,
      long seed,
      LongSupplier nanoClock,
      Consumer<? super EvaluationEvent> events) {
    Object oneAtATime = new Object();
    Consumer<EvaluationEvent> ordered =
        event -> {
          synchronized (oneAtATime) {
            events.accept(event);
          }
        };
    this.shards =
        shards.stream()
            .map(
                shard ->
                    new ClosedLoopEvaluation(
                        shard.simulator(), shard.policies(), seed, nanoClock, ordered))
            .toList();
    this.threads = threads;
  }

  /**
   * Runs all episodes.
   *
   * @param stopRequested ends it early; what is complete is returned. Thread-safe
   * @return in the order of the protocol
   * @throws IllegalArgumentException if the protocol does not fit the world
   * @throws InterruptedException if the calling thread was interrupted
   */
  public List<EpisodeResult> run(Protocol protocol, BooleanSupplier stopRequested)
      throws InterruptedException {
    if (shards.size() == 1) {
      return shards.get(0).run(protocol, 0, 1, stopRequested);
    }
    List<Callable<List<EpisodeResult>>> parts = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      int first = i;
      parts.add(() -> part(protocol, first, stopRequested));
    }
    List<EpisodeResult> results = new ArrayList<>();
    for (Future<List<EpisodeResult>> part : threads.invokeAll(parts)) {
      try {
        results.addAll(part.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException("a shard failed", e.getCause());
      }
    }
    results.sort(Comparator.comparingInt(EpisodeResult::episode));
    return results;
  }

  /** The first failure stops the other shards. */
  private List<EpisodeResult> part(Protocol protocol, int first, BooleanSupplier stopRequested) {
    boolean complete = false;
    try {
      List<EpisodeResult> results =
          shards
              .get(first)
              .run(
                  protocol,
                  first,
                  shards.size(),
                  () -> failed.get() || stopRequested.getAsBoolean());
      complete = true;
      return results;
    } finally {
      if (!complete) {
        failed.set(true);
      }
    }
  }
}
