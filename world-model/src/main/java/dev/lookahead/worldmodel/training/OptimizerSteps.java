package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.Prefetcher;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One step after another, and after each the question whether there should be a next.
 *
 * @param <B> a batch
 */
final class OptimizerSteps<B> {

  private final TrainingSession session;
  private final TrainingTask<B> task;
  private final TrainingPlan plan;
  private final Prefetcher<B> batches;
  private final TrainingTask.StepInputs<B> inputs;
  private final Consumer<TrainingEvent> events;

  OptimizerSteps(
      TrainingSession session,
      TrainingTask<B> task,
      Prefetcher<B> batches,
      Consumer<TrainingEvent> events) {
    this.session = session;
    this.task = task;
    this.plan = task.plan();
    this.batches = batches;
    this.inputs = task.inputs(session::allocate);
    this.events = events;
  }

  /**
   * Steps until the end, whatever it is.
   *
   * @param taken steps taken before
   * @param stop asked after every step
   * @param save called every {@code checkpointEvery} steps, not at the end
   */
  TrainingResult run(long taken, BooleanSupplier stop, Consumer<TrainingState> save)
      throws InterruptedException {
    if (taken == plan.steps()) {
      events.accept(task.validate(session.state()));
    }
    for (long done = taken + 1; done <= plan.steps(); done++) {
      TrainingEvent.Stepped stepped = step(done);
      events.accept(stepped);
      if (!finite(stepped.losses()) || !Float.isFinite(stepped.gradientNorm())) {
        return diverged(stepped.step(), stepped.losses(), stepped.gradientNorm());
      }
      if (done % plan.validateEvery() == 0 || done == plan.steps()) {
        TrainingEvent.Validated validated = task.validate(session.state());
        events.accept(validated);
        if (!finite(validated.losses())) {
          return diverged(done, validated.losses(), stepped.gradientNorm());
        }
        if (validated.latents().collapsed()) {
          return ended(
              TrainingStatus.COLLAPSED,
              "the latents collapsed by step %d: %s; %s"
                  .formatted(done, validated.latents().reason(), task.collapseAdvice()));
        }
      }
      if (done == plan.steps()) {
        break;
      }
      if (stop.getAsBoolean()) {
        return ended(
            TrainingStatus.INTERRUPTED,
            "stopped after %d of %d steps".formatted(done, plan.steps()));
      }
      if (done % plan.checkpointEvery() == 0) {
        save.accept(session.state());
      }
    }
    return ended(TrainingStatus.COMPLETED, "all %d steps taken".formatted(plan.steps()));
  }

  private TrainingEvent.Stepped step(long number) throws InterruptedException {
    long index = number - 1;
    int loss = inputs.fill(batches.next(), index);
    float rate = plan.learningRate().at(index);
    float[] outcome = session.step(loss, inputs.tensors(loss), rate, plan.momentum().at(index));
    return new TrainingEvent.Stepped(
        number,
        named(task.program().lossNames(), outcome),
        outcome[outcome.length - 1],
        rate,
        plan.batch());
  }

  private TrainingResult diverged(long step, Map<String, Float> losses, float gradientNorm) {
    return ended(
        TrainingStatus.DIVERGED,
        "training diverged at step %d: losses %s, gradient norm %s; lower learningRate or clipNorm"
            .formatted(step, losses, gradientNorm));
  }

  private TrainingResult ended(TrainingStatus status, String reason) {
    return new TrainingResult(session.state(), status, reason);
  }

  private static boolean finite(Map<String, Float> losses) {
    return losses.values().stream().allMatch(Float::isFinite);
  }

  /** The first values under their names, in order. */
  static Map<String, Float> named(List<String> names, float[] values) {
    Map<String, Float> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }
}
