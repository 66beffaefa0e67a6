package dev.lookahead.launch.wiring;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.planner.mpc.SubgoalPolicy;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/** The planner in the process of the loop. */
final class SharedPolicy implements DrivePolicy {

  private final DrivePlanner planner;
  private final long planningNanos;
  private final ExecutorService thread;
  private final LongSupplier nanoClock;
  private final SubgoalPolicy policy;

  /**
   * @param planner closed with this
   * @param planningNanos what a plan may take
   * @param thread that of the policy
   */
  SharedPolicy(
      DrivePlanner planner,
      long seed,
      long planningNanos,
      ExecutorService thread,
      LongSupplier nanoClock,
      Listeners listeners) {
    this.planner = planner;
    this.planningNanos = planningNanos;
    this.thread = thread;
    this.nanoClock = nanoClock;
    this.policy =
        planner.policy(
            seed,
            nanoClock,
            event -> {
              if (event instanceof MpcEvent.Planned made) {
                listeners
                    .planned()
                    .accept(
                        new DriveEvent.Planned(
                            made.currentDistance(), made.plan().cost(), made.totalNanos()));
              }
            },
            listeners.progressed());
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public WarmUp warmUp(Observation seen) throws IOException, InterruptedException {
    try {
      // On the policy's thread: engines keep workers per thread.
      return thread.submit(() -> WarmUp.of(planner.mpc(), seen, planningNanos, nanoClock)).get();
    } catch (ExecutionException failed) {
      throw new IOException("the planner fails: " + failed.getCause(), failed);
    }
  }

  @Override
  public CompletionStage<?> gaveUp() {
    return new CompletableFuture<>();
  }

  @Override
  public void close() {
    planner.close();
  }
}
