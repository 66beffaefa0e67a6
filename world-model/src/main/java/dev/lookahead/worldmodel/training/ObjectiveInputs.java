package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The inputs of a training objective in an engine's memory, refilled from a batch of clips every
 * step.
 */
final class ObjectiveInputs implements TrainingTask.StepInputs<ClipBatch> {

  private final int blockSteps;
  private final Optional<FrameLatents> latents;
  private final long seed;
  private final List<DeviceTensor> tensors;

  /**
   * Allocates the inputs.
   *
   * @param latents of all frames; where the encoder is frozen, they stand for the pictures
   * @param seed of the random directions
   */
  ObjectiveInputs(
      JepaObjective objective,
      Optional<FrameLatents> latents,
      long seed,
      Function<TensorSpec, DeviceTensor> allocate) {
    this.latents = latents;
    this.blockSteps = objective.jepa().config().actions().blockSteps();
    this.seed = seed;
    this.tensors = objective.inputs().stream().map(allocate).toList();
  }

  @Override
  public List<DeviceTensor> tensors(int loss) {
    return tensors;
  }

  /** Always the first loss: clips have one form. */
  @Override
  public int fill(ClipBatch batch, long step) {
    for (DeviceTensor tensor : tensors) {
      switch (tensor.spec().name()) {
        case "frames" -> tensor.write(batch.frames());
        case "latents" -> tensor.write(latents(batch, tensor.spec().shape().size(1)));
        case "actions" -> tensor.write(batch.actions());
        case "proprioception" -> tensor.write(batch.proprioception());
        case "goal_frames" -> tensor.write(batch.goalFrames());
        case "goal_latents" -> tensor.write(goalLatents(batch));
        case "goal_blocks" -> tensor.write(blocks(batch.stepsToGoal()));
        // Split off: the plain generator of this step has drawn the clips.
        case "directions" ->
            tensor.write(
                UnitDirections.draw(tensor.spec().shape(), StepRandom.of(seed, step).split()));
        case "noise" -> tensor.write(noise(tensor.spec().shape().count(), step));
        default ->
            throw new IllegalStateException(
                "nothing in a clip fills the input '" + tensor.spec().name() + "'");
      }
    }
    return 0;
  }

  /** The cached latents of a batch's frames [B, F, D]. */
  float[] latents(ClipBatch batch, int frames) {
    FrameLatents cached = latents.orElseThrow();
    float[] rows = new float[batch.size() * frames * cached.key().width()];
    for (int clip = 0; clip < batch.size(); clip++) {
      for (int i = 0; i < frames; i++) {
        int step = batch.start(clip) + i * blockSteps;
        cached.copy(batch.episode(clip), step, rows, clip * frames + i);
      }
    }
    return rows;
  }

  private float[] goalLatents(ClipBatch batch) {
    FrameLatents cached = latents.orElseThrow();
    float[] rows = new float[batch.size() * cached.key().width()];
    for (int clip = 0; clip < batch.size(); clip++) {
      int step = batch.start(clip) + (int) batch.stepsToGoal().get(clip);
      cached.copy(batch.episode(clip), step, rows, clip);
    }
    return rows;
  }

  /** Standard normal; split off after the directions. */
  private float[] noise(int count, long step) {
    SplittableRandom random = StepRandom.of(seed, step);
    random.split();
    SplittableRandom own = random.split();
    float[] noise = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) own.nextGaussian();
    }
    return noise;
  }

  private float[] blocks(FloatBuffer steps) {
    float[] blocks = new float[steps.remaining()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = steps.get(i) / blockSteps;
    }
    return blocks;
  }
}
