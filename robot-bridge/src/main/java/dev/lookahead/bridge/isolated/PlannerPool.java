package dev.lookahead.bridge.isolated;

import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The processes of planners: one that plans, and one in reserve if that is wished for. One that is
 * lost is replaced at once by the reserve, and another is started; too many crashes, and none is.
 *
 * <p>Threads: any; fields are guarded by the monitor, which is never held while a process is waited
 * for. Somebody has to {@link #look} every {@link IsolationSettings#lookPeriod}.
 */
public final class PlannerPool implements AutoCloseable {

  private final Starter starter;
  private final String modelHash;
  private final IsolationSettings settings;
  private final Executor threads;
  private final LongSupplier nanoClock;
  private final Consumer<? super IsolationEvent> events;
  private final CrashBudget crashes;
  private final CompletableFuture<PlannerMessage.Ready> firstWarm = new CompletableFuture<>();
  private final CompletableFuture<Integer> gaveUp = new CompletableFuture<>();
  private @Nullable PlannerChild planning;
  private @Nullable PlannerChild reserve;
  private @Nullable PlannerChild told;
  private int processes;
  private boolean closed;
  private boolean spent;

  /** Starts processes. */
  public interface Starter {

    /** Starts a planner that speaks {@link PlannerMessage} on its standard input and output. */
    Process start() throws IOException;
  }

  /**
   * A pool without a process.
   *
   * @param modelHash what the model of every planner must be
   * @param threads as many as there are processes; tasks last as long as a process
   * @param events is told on any thread, one at a time
   */
  public PlannerPool(
      Starter starter,
      String modelHash,
      IsolationSettings settings,
      Executor threads,
      LongSupplier nanoClock,
      Consumer<? super IsolationEvent> events) {
    this.starter = starter;
    this.modelHash = modelHash;
    this.settings = settings;
    this.threads = threads;
    this.nanoClock = nanoClock;
    this.events = events;
    this.crashes = new CrashBudget(settings.mostCrashes(), settings.window());
  }

  /**
   * Starts the first process.
   *
   * @param seen what planners are warmed up with
   * @return done once one is warm, or, exceptionally, once there have been too many crashes
   */
  public CompletableFuture<PlannerMessage.Ready> begin(Observation seen) {
    fill(seen);
    return firstWarm;
  }

  /** Done once there have been too many crashes. */
  public CompletableFuture<Integer> gaveUp() {
    return gaveUp;
  }

  /** Kills processes that hang. */
  public void look() {
    for (PlannerChild child : children()) {
      if (child != null) {
        child.look(settings);
      }
    }
  }

  /**
   * The process that plans.
   *
   * @throws PlannerLostException if none is warm
   */
  synchronized PlannerChild planning() {
    PlannerChild child = planning;
    if (child == null || !child.isWarm()) {
      throw new PlannerLostException(
          spent ? "the planners crashed too often" : "no planner is warm yet");
    }
    return child;
  }

  private synchronized @Nullable PlannerChild[] children() {
    return new @Nullable PlannerChild[] {planning, reserve};
  }

  /** Starts what is missing; nothing once this is closed, as the threads may be gone. */
  private synchronized void fill(Observation seen) {
    // The second is started when the first needs the processor no more.
    int wanted = settings.spare() && firstWarm.isDone() ? 2 : 1;
    while (!closed && !spent && processes < wanted) {
      processes++;
      threads.execute(() -> live(seen));
    }
  }

  /** The life of one process. */
  private void live(Observation seen) {
    long began = nanoClock.getAsLong();
    PlannerChild child;
    try {
      child = new PlannerChild(starter.start());
    } catch (IOException e) {
      lost(seen, -1, false, "no process can be started: " + e.getMessage());
      return;
    }
    if (!adopt(child)) {
      child.giveUp("not needed any more");
      return;
    }
    String cause =
        child.serve(
            modelHash,
            seen,
            ready -> {
              tell(
                  new IsolationEvent.Warm(
                      child.pid(), nanoClock.getAsLong() - began, ready.plans()));
              warm(ready, seen);
            });
    lost(seen, child.pid(), abandon(child), cause);
  }

  private synchronized boolean adopt(PlannerChild child) {
    if (closed) {
      return false;
    }
    if (planning == null) {
      planning = child;
    } else {
      reserve = child;
    }
    events.accept(new IsolationEvent.Started(child.pid()));
    return true;
  }

  private void warm(PlannerMessage.Ready ready, Observation seen) {
    tellWhoPlans();
    firstWarm.complete(ready);
    fill(seen);
  }

  /** Puts the reserve in the place of a lost process; returns whether it was the one that plans. */
  private synchronized boolean abandon(PlannerChild child) {
    boolean wasPlanning = planning == child;
    if (wasPlanning) {
      planning = reserve;
    }
    reserve = null;
    return wasPlanning;
  }

  private void lost(Observation seen, long pid, boolean wasPlanning, String cause) {
    int count = count();
    if (count < 0) {
      return;
    }
    tell(new IsolationEvent.Lost(pid, wasPlanning, cause));
    tellWhoPlans();
    if (count > 0) {
      tell(new IsolationEvent.GaveUp(count));
      gaveUp.complete(count);
      firstWarm.completeExceptionally(new PlannerLostException(cause));
    } else {
      fill(seen);
    }
  }

  /** Zero to start again, the number of crashes to give up, negative if nothing is to be done. */
  private synchronized int count() {
    processes--;
    if (closed || spent) {
      return -1;
    }
    spent = crashes.isSpentBy(nanoClock.getAsLong());
    return spent ? settings.mostCrashes() : 0;
  }

  private synchronized void tellWhoPlans() {
    PlannerChild now = planning;
    if (now != null && now != told && now.isWarm()) {
      told = now;
      events.accept(new IsolationEvent.TookOver(now.pid()));
    }
  }

  private synchronized void tell(IsolationEvent event) {
    events.accept(event);
  }

  /** Kills the processes. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    for (PlannerChild child : children()) {
      if (child != null) {
        child.giveUp("the drive has ended");
      }
    }
  }
}
