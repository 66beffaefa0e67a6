package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.evaluation.CollapseCheck;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.family.EncodeTokens;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingEvent;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Losses and the spread of tokens on held-out samples: the same samples and masks every time.
 *
 * <p>An encoder collapses when its tokens say where they stand but not what is there: then context
 * predicts target perfectly. So what is judged is how tokens of <em>different</em> samples differ
 * at the <em>same</em> place, normalised over channels as targets are.
 */
final class MaskedValidation {

  /** Cosines are those of deviations from a mean, which say nothing: only spread and rank count. */
  private static final CollapseCheck CHECK =
      new CollapseCheck(
          CollapseCheck.defaults().minStd(), CollapseCheck.defaults().minEffectiveRank(), 1);

  private final TensorEngine engine;
  private final MaskedTask task;
  private final int batches;
  private final PixelBatch batch;

  MaskedValidation(TensorEngine engine, MaskedTask task, int batches) {
    this.engine = engine;
    this.task = task;
    this.batches = batches;
    this.batch = task.allocate();
  }

  TrainingEvent.Validated run(TrainingState state) {
    List<String> names = task.program().lossNames();
    float[] means = new float[names.size()];
    // Most signatures are not met in so few batches, and each would have to be compiled.
    Map<Integer, TensorFunction> met = new TreeMap<>();
    for (int i = 0; i < batches; i++) {
      task.fill(batch, task.held(), i);
      int loss = index();
      met.put(loss, task.objectives().get(loss));
    }
    try (TensorSession session = engine.open(state.parameters(), List.copyOf(met.values()))) {
      var inputs = task.inputs(session::allocate);
      for (int i = 0; i < batches; i++) {
        task.fill(batch, task.held(), i);
        int loss = inputs.fill(batch, i);
        String function = task.objectives().get(loss).name();
        List<DeviceTensor> losses = session.run(function, inputs.tensors(loss));
        for (int j = 0; j < means.length; j++) {
          means[j] += losses.get(j).toArray()[0] / batches;
          losses.get(j).close();
        }
      }
    }
    Map<String, Float> losses = new LinkedHashMap<>();
    for (int i = 0; i < means.length; i++) {
      losses.put(names.get(i), means[i]);
    }
    return new TrainingEvent.Validated(state.step(), losses, spread(state));
  }

  private int index() {
    return task.objectives().stream()
        .map(MaskedObjective::signature)
        .toList()
        .indexOf(batch.signature());
  }

  /** How tokens of held-out samples differ at the same place. */
  CollapseReport spread(TrainingState state) {
    task.fill(batch, task.held(), 0);
    return spread(task.kept(state.parameters()), batch.frames());
  }

  private CollapseReport spread(ParameterSet encoder, ByteBuffer frames) {
    EncodeTokens encode = new EncodeTokens(task.model(), batch.size(), 0);
    ParameterSet needed = encoder.under(TokenModel.ENCODER);
    try (TensorSession session = engine.open(needed, List.of(encode))) {
      DeviceTensor pixels = session.allocate(encode.inputs().get(0));
      pixels.write(frames);
      try (DeviceTensor tokens = session.run(encode.name(), List.of(pixels)).get(0)) {
        int width = tokens.spec().shape().last();
        return CHECK.check(deviations(tokens.toArray(), batch.size(), width), width);
      }
    }
  }

  /** Every token normalised, less the mean over samples at its place. */
  static float[] deviations(float[] tokens, int samples, int width) {
    normalize(tokens, width);
    int perSample = tokens.length / samples;
    for (int at = 0; at < perSample; at++) {
      double mean = 0;
      for (int sample = 0; sample < samples; sample++) {
        mean += tokens[sample * perSample + at] / (double) samples;
      }
      for (int sample = 0; sample < samples; sample++) {
        tokens[sample * perSample + at] -= (float) mean;
      }
    }
    return tokens;
  }

  private static void normalize(float[] tokens, int width) {
    for (int from = 0; from < tokens.length; from += width) {
      double mean = 0;
      double squares = 0;
      for (int i = from; i < from + width; i++) {
        mean += tokens[i] / (double) width;
        squares += (double) tokens[i] * tokens[i] / width;
      }
      double std = Math.sqrt(Math.max(0, squares - mean * mean) + LayerNorm.EPSILON);
      for (int i = from; i < from + width; i++) {
        tokens[i] = (float) ((tokens[i] - mean) / std);
      }
    }
  }
}
