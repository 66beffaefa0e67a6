package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.energy.Expectation;
import dev.lookahead.worldmodel.episode.Episode;
import java.nio.FloatBuffer;

/**
 * An episode as a model sees it: every frame encoded once.
 *
 * <p>A start is a step {@code t} with the T frames {@code t - (T-1) K ... t} behind it; looking S
 * blocks ahead ends at frame {@code t + S K}.
 */
final class RecordedLatents {

  private final Episode episode;
  private final WorldModelSpec spec;
  private final int width;
  private final int compared;
  private final float[] latents;

  RecordedLatents(LatentModel model, Episode episode) {
    this.episode = episode;
    this.spec = model.spec();
    this.width = model.latentWidth();
    this.compared = model.comparedWidth();
    FloatBuffer felt =
        spec.proprioceptionSize() == 0 ? FloatBuffer.allocate(0) : episode.proprioception();
    this.latents = model.encode(episode.frames(), felt);
    for (float value : latents) {
      if (!Float.isFinite(value)) {
        throw new UnusableModelException(
            "its latents of recorded frames should be finite, one is " + value);
      }
    }
  }

  Episode episode() {
    return episode;
  }

  int length() {
    return episode.length();
  }

  /** The first step with a whole context behind it. */
  int firstStart() {
    return (spec.contextFrames() - 1) * spec.blockSteps();
  }

  /** The last step from which S blocks can be looked ahead; below {@link #firstStart} if none. */
  int lastStart(int blocksAhead) {
    return length() - 1 - blocksAhead * spec.blockSteps();
  }

  /** Copies the context of a start [T, D] into an array. */
  void context(int start, float[] to, int offset) {
    for (int i = 0; i < spec.contextFrames(); i++) {
      int frame = start - (spec.contextFrames() - 1 - i) * spec.blockSteps();
      System.arraycopy(latents, frame * width, to, offset + i * width, width);
    }
  }

  /** The number of values of a context. */
  int contextSize() {
    return spec.contextFrames() * width;
  }

  /** The number of values of the actions for S blocks ahead, those executed before included. */
  int actionSize(int blocksAhead) {
    return (spec.contextFrames() - 1 + blocksAhead) * blockSize();
  }

  /** The number of values of one action block. */
  int blockSize() {
    return spec.blockSteps() * spec.actionSpace().size();
  }

  /** Copies the executed actions of a context and those of S blocks ahead into an array. */
  void actions(int start, int blocksAhead, float[] to, int offset) {
    int size = spec.actionSpace().size();
    episode.actions().get((start - firstStart()) * size, to, offset, actionSize(blocksAhead));
  }

  /** Euclidean distance between a predicted latent and that of a frame, in the compared part. */
  float distance(float[] predicted, int offset, int frame) {
    double sum = 0;
    for (int i = 0; i < compared; i++) {
      double difference = predicted[offset + i] - latents[frame * width + i];
      sum += difference * difference;
    }
    return (float) Math.sqrt(sum);
  }

  /** The energy of a frame as what comes after a context. */
  float energy(Expectation expected, int context, int frame) {
    return expected.energy(context, latents, frame * width);
  }

  /** Euclidean distance between the latents of two frames, in the compared part. */
  float distance(int frame, int other) {
    return distance(latents, frame * width, other);
  }

  /** The compared part of a latent. */
  float[] compared(int frame) {
    float[] latent = new float[compared];
    System.arraycopy(latents, frame * width, latent, 0, compared);
    return latent;
  }
}
