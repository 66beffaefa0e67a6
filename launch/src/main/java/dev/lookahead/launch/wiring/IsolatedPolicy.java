package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.isolated.IsolationSettings;
import dev.lookahead.bridge.isolated.PlannerMessage;
import dev.lookahead.bridge.isolated.PlannerPool;
import dev.lookahead.bridge.isolated.RemotePolicy;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The planner in a process of its own, with whoever watches it. */
final class IsolatedPolicy implements DrivePolicy {

  private final PlannerPool pool;
  private final RemotePolicy policy;
  private final IsolationSettings limits;
  private final ExecutorService readers;
  private final ScheduledExecutorService watch;
  private Optional<Future<?>> looking = Optional.empty();

  /**
   * A policy without a process yet.
   *
   * @param starter of the planner's processes
   * @param modelHash what their model must be
   * @param events is told what happens to them, on any thread
   */
  IsolatedPolicy(
      PlannerPool.Starter starter,
      String modelHash,
      IsolationSettings limits,
      LongSupplier nanoClock,
      Listeners listeners,
      Consumer<? super DriveEvent.PlannerProcess> events) {
    this.limits = limits;
    this.readers = Executors.newCachedThreadPool(task -> daemon(task, "planner-reader"));
    this.watch = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "planner-watch"));
    this.pool =
        new PlannerPool(
            starter,
            modelHash,
            limits,
            readers,
            nanoClock,
            event -> events.accept(new DriveEvent.PlannerProcess(event)));
    this.policy =
        new RemotePolicy(
            pool,
            made ->
                listeners
                    .planned()
                    .accept(
                        new DriveEvent.Planned(
                            made.currentDistance(), made.cost(), made.totalNanos())),
            listeners.progressed());
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public WarmUp warmUp(Observation seen) throws IOException, InterruptedException {
    long period = limits.lookPeriod().toNanos();
    looking =
        Optional.of(watch.scheduleWithFixedDelay(pool::look, period, period, TimeUnit.NANOSECONDS));
    try {
      PlannerMessage.Ready ready = pool.begin(seen).get();
      return new WarmUp(ready.plans(), ready.nanos(), ready.inTime());
    } catch (ExecutionException failed) {
      throw new IOException("the planner's process fails: " + failed.getCause(), failed);
    }
  }

  @Override
  public CompletionStage<?> gaveUp() {
    return pool.gaveUp();
  }

  @Override
  public void close() {
    pool.close();
    looking.ifPresent(task -> task.cancel(false));
    watch.shutdownNow();
    readers.shutdown();
  }
}
