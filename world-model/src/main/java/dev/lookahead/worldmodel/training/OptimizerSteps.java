package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.episode.Prefetcher;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.objective.MomentumSchedule;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One step after another, and after each the question whether there should be a next. */
final class OptimizerSteps {

  private final TrainingSession session;
  private final Prefetcher batches;
  private final Validation validation;
  private final Consumer<TrainingEvent> events;
  private final TrainingSettings settings;
  private final List<String> lossNames;
  private final ObjectiveInputs inputs;
  private final LearningRateSchedule learningRate;
  private final MomentumSchedule momentum;

  OptimizerSteps(
      TrainingSession session,
      JepaObjective objective,
      TrainingSettings settings,
      Optional<FrameLatents> latents,
      Prefetcher batches,
      Validation validation,
      Consumer<TrainingEvent> events) {
    this.session = session;
    this.batches = batches;
    this.validation = validation;
    this.events = events;
    this.settings = settings;
    this.lossNames = objective.lossNames();
    this.inputs = new ObjectiveInputs(objective, latents, settings.seed(), session::allocate);
    this.learningRate = settings.schedule();
    this.momentum = new MomentumSchedule(settings.averageMomentum(), 1f, settings.steps());
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
    if (taken == settings.steps()) {
      events.accept(validation.run(session.state()));
    }
    for (long done = taken + 1; done <= settings.steps(); done++) {
      TrainingEvent.Stepped stepped = step(done);
      events.accept(stepped);
      if (!finite(stepped.losses()) || !Float.isFinite(stepped.gradientNorm())) {
        return diverged(stepped.step(), stepped.losses(), stepped.gradientNorm());
      }
      if (done % settings.validateEvery() == 0 || done == settings.steps()) {
        TrainingEvent.Validated validated = validation.run(session.state());
        events.accept(validated);
        if (!finite(validated.losses())) {
          return diverged(done, validated.losses(), stepped.gradientNorm());
        }
        if (validated.latents().collapsed()) {
          return ended(
              TrainingStatus.COLLAPSED,
              ("the latents collapsed by step %d: %s; give sigReg or variance and covariance more"
                      + " weight, or set target to averaged")
                  .formatted(done, validated.latents().reason()));
        }
      }
      if (done == settings.steps()) {
        break;
      }
      if (stop.getAsBoolean()) {
        return ended(
            TrainingStatus.INTERRUPTED,
            "stopped after %d of %d steps".formatted(done, settings.steps()));
      }
      if (done % settings.checkpointEvery() == 0) {
        save.accept(session.state());
      }
    }
    return ended(TrainingStatus.COMPLETED, "all %d steps taken".formatted(settings.steps()));
  }

  private TrainingEvent.Stepped step(long number) throws InterruptedException {
    long index = number - 1;
    inputs.fill(batches.next(), index);
    float[] outcome = session.step(inputs.tensors(), learningRate.at(index), momentum.at(index));
    return new TrainingEvent.Stepped(
        number,
        named(lossNames, outcome),
        outcome[outcome.length - 1],
        learningRate.at(index),
        settings.batch());
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
