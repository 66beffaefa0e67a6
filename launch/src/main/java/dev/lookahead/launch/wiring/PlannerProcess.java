package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.isolated.PlannerHost;
import dev.lookahead.bridge.isolated.PlannerMessage;
import dev.lookahead.bridge.isolated.PlannerWire;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.planner.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The whole of a planner's process: a model on its engine, driven through two streams. */
public final class PlannerProcess {

  private PlannerProcess() {}

  /**
   * Plans as the drive that started this process would, until that closes the stream.
   *
   * @param experiment of the drive
   * @throws IOException if the drive sends what is no message, or is gone
   */
  public static void run(
      DriveExperiment experiment, InputStream in, OutputStream out, LongSupplier nanoClock)
      throws IOException {
    LoadedModel model = LoadedModel.read(ModelStore.find(experiment.model()));
    LoopTiming timing = LoopTiming.ofPeriod(experiment.body().link().controlPeriod().toNanos());
    ScheduledExecutorService heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    try (DrivePlanner planner = DrivePlanner.open(experiment, model, timing)) {
      PlannerHost host =
          new PlannerHost(new PlannerWire(in, out, PlannerWire.MOST_BYTES_TO_PLANNER));
      Policy policy = planner.policy(experiment.seed(), nanoClock, host::planned, host::progressed);
      Optional<Future<?>> pulse = beat(heart, host, experiment);
      host.run(
          model.bundle().weightsSha256(),
          policy,
          seen -> {
            WarmUp done = WarmUp.of(planner.mpc(), seen, timing.planningNanos(), nanoClock);
            return new PlannerMessage.Ready(done.plans(), done.nanos(), done.inTime());
          });
      pulse.ifPresent(task -> task.cancel(false));
    } finally {
      heart.shutdownNow();
    }
  }

  private static Optional<Future<?>> beat(
      ScheduledExecutorService heart, PlannerHost host, DriveExperiment experiment) {
    if (experiment.isolation() instanceof IsolationChoice.StrictChoice strict) {
      long period = strict.limits().lookPeriod().toNanos();
      return Optional.of(
          heart.scheduleWithFixedDelay(
              () -> {
                try {
                  host.beat();
                } catch (IOException gone) {
                  // Nobody is left to tell; the reader ends this process.
                  heart.shutdown();
                }
              },
              period,
              period,
              TimeUnit.NANOSECONDS));
    }
    return Optional.empty();
  }
}
