package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.ClipSampler;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.evaluation.CollapseCheck;
import dev.lookahead.worldmodel.jepa.Encode;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.List;
import java.util.Optional;

/** Losses and the spread of latents on held-out episodes: the same clips every time. */
final class Validation {

  private final TensorEngine engine;
  private final JepaObjective objective;
  private final TrainingSettings settings;
  private final Optional<FrameLatents> latents;
  private final ClipSampler sampler;
  private final ClipBatch batch;

  Validation(
      TensorEngine engine, JepaObjective objective, TrainingSettings settings, TrainingData data) {
    this.engine = engine;
    this.objective = objective;
    this.settings = settings;
    this.latents = data.latents();
    this.sampler =
        new ClipSampler(
            data.dataset(),
            data.split().validation(),
            ClipTask.clips(objective, settings),
            settings.seed());
    this.batch = sampler.allocate(settings.batch());
  }

  TrainingEvent.Validated run(TrainingState state) {
    List<String> names = objective.lossNames();
    float[] means = new float[names.size()];
    Encode encode = new Encode(objective.jepa(), settings.batch() * settings.clipFrames());
    List<TensorFunction> functions =
        objective.frozen() ? List.of(objective) : List.of(objective, encode);
    float[] encoded;
    try (TensorSession session = engine.open(state.parameters(), functions)) {
      ObjectiveInputs inputs =
          new ObjectiveInputs(objective, latents, settings.seed(), session::allocate);
      for (int i = 0; i < settings.validationBatches(); i++) {
        sampler.fill(batch, i);
        inputs.fill(batch, i);
        List<DeviceTensor> losses = session.run(objective.name(), inputs.tensors(0));
        for (int j = 0; j < means.length; j++) {
          means[j] += losses.get(j).toArray()[0] / settings.validationBatches();
          losses.get(j).close();
        }
      }
      encoded =
          objective.frozen()
              ? inputs.latents(batch, settings.clipFrames())
              : encoded(session, encode);
    }
    return new TrainingEvent.Validated(
        state.step(),
        OptimizerSteps.named(names, means),
        CollapseCheck.defaults().check(encoded, encoded.length / encode.batch()));
  }

  private float[] encoded(TensorSession session, Encode encode) {
    List<DeviceTensor> frames = encode.inputs().stream().map(session::allocate).toList();
    frames.get(0).write(batch.frames());
    if (frames.size() > 1) {
      frames.get(1).write(batch.proprioception());
    }
    try (DeviceTensor output = session.run(encode.name(), frames).get(0)) {
      return output.toArray();
    }
  }
}
