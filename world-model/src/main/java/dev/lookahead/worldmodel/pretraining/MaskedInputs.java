package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.masking.MaskSignature;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.training.TrainingTask;
import dev.lookahead.worldmodel.training.UnitDirections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The inputs of masked objectives; those of one form are shared by all losses. */
final class MaskedInputs implements TrainingTask.StepInputs<PixelBatch> {

  private final long seed;
  private final List<MaskSignature> signatures;
  private final List<List<DeviceTensor>> perLoss = new ArrayList<>();

  MaskedInputs(
      List<MaskedObjective> objectives, long seed, Function<TensorSpec, DeviceTensor> allocate) {
    this.seed = seed;
    this.signatures = objectives.stream().map(MaskedObjective::signature).toList();
    Map<TensorSpec, DeviceTensor> shared = new HashMap<>();
    for (MaskedObjective objective : objectives) {
      perLoss.add(
          objective.inputs().stream().map(spec -> shared.computeIfAbsent(spec, allocate)).toList());
    }
  }

  @Override
  public int fill(PixelBatch batch, long step) {
    int loss = signatures.indexOf(batch.signature());
    List<DeviceTensor> tensors = perLoss.get(loss);
    tensors.get(0).write(batch.frames());
    int views = batch.signature().views().size();
    for (int view = 0; view < views; view++) {
      tensors.get(1 + 2 * view).write(batch.context(view));
      tensors.get(2 + 2 * view).write(batch.targets(view));
    }
    if (tensors.size() > 1 + 2 * views) {
      DeviceTensor directions = tensors.get(1 + 2 * views);
      // Split off: the plain generator of this step has drawn the samples.
      directions.write(
          UnitDirections.draw(directions.spec().shape(), StepRandom.of(seed, step).split()));
    }
    return loss;
  }

  @Override
  public List<DeviceTensor> tensors(int loss) {
    return perLoss.get(loss);
  }
}
