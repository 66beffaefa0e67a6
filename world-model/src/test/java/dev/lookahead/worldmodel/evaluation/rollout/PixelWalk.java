package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.episode.SignalAxis;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A point that walks over a square of 251 x 251 whole positions; its frame is one pixel whose red
 * and green are the position, so that a latent can be the position itself.
 */
final class PixelWalk {

  private static final int SIDE = 251;
  private static final int REACH = 3;

  static final DatasetSpec SPEC =
      new DatasetSpec(
          "pixel-walk",
          1,
          1,
          100_000_000,
          new ActionSpace(
              List.of(
                  new ActionAxis("x", "px", -REACH, REACH),
                  new ActionAxis("y", "px", -REACH, REACH))),
          List.of(new SignalAxis("x", "px"), new SignalAxis("y", "px")),
          List.of());

  private final List<Episode> episodes = new ArrayList<>();

  PixelWalk(int episodes, int length) {
    for (int i = 0; i < episodes; i++) {
      this.episodes.add(walk(i, length));
    }
  }

  private static Episode walk(int number, int length) {
    SplittableRandom random = new SplittableRandom(number);
    EpisodeRecorder recorder = new EpisodeRecorder(SPEC);
    int x = random.nextInt(50, 200);
    int y = random.nextInt(50, 200);
    recorder.begin(observation(x, y, 0), new float[] {x, y});
    int dx = 0;
    int dy = 0;
    for (int step = 1; step < length; step++) {
      if (step % 4 == 1) {
        dx = random.nextInt(-REACH, REACH + 1);
        dy = random.nextInt(-REACH, REACH + 1);
      }
      dx = x + dx < 0 || x + dx >= SIDE ? -dx : dx;
      dy = y + dy < 0 || y + dy >= SIDE ? -dy : dy;
      x += dx;
      y += dy;
      recorder.step(new Action(dx, dy), observation(x, y, step), new float[] {x, y});
    }
    return recorder.finish(new EpisodeInfo(number, "walk"));
  }

  private static Observation observation(int x, int y, int step) {
    CameraFrame frame =
        new CameraFrame(1, 1, new byte[] {(byte) x, (byte) y, 0}, step * 100_000_000L);
    return new Observation(frame, new Proprioception());
  }

  int size() {
    return episodes.size();
  }

  /** Measures an episode, with the next one for shuffled actions. */
  EpisodeMeasurement measure(LatentModel model, int number, RolloutSettings settings) {
    return measure(model, number, settings, settings.samplesPerEpisode());
  }

  /** The same, of which so many frames are kept. */
  EpisodeMeasurement measure(LatentModel model, int number, RolloutSettings settings, int samples) {
    Episode other = episodes.get((number + 1) % episodes.size());
    return EpisodeMeasurement.of(model, number, episodes.get(number), other, settings, samples);
  }

  /**
   * Sees the position and adds the actions up.
   *
   * @param contextFrames T
   * @param blockSteps K
   * @param gain 1 for the truth, 0 for a model that ignores actions
   * @param seeing 1 for the truth, 0 for one that maps every frame to the same latent
   */
  record Model(int contextFrames, int blockSteps, float gain, float seeing) implements LatentModel {

    @Override
    public WorldModelSpec spec() {
      return new WorldModelSpec(1, 1, contextFrames, blockSteps, 0, SPEC.actionSpace());
    }

    @Override
    public int latentWidth() {
      return 3;
    }

    @Override
    public int comparedWidth() {
      return 2;
    }

    @Override
    public float[] encode(ByteBuffer frames, FloatBuffer proprioception) {
      float[] latents = new float[frames.remaining()];
      for (int i = 0; i < latents.length; i++) {
        latents[i] = seeing * Byte.toUnsignedInt(frames.get(frames.position() + i));
      }
      return latents;
    }

    @Override
    public int futures() {
      return 1;
    }

    @Override
    public float[] predict(float[] contexts, float[] actions, int steps, int future) {
      int count = contexts.length / (contextFrames * 3);
      int block = blockSteps * 2;
      int sequence = (contextFrames - 1 + steps) * block;
      float[] predictions = new float[count * steps * 3];
      for (int i = 0; i < count; i++) {
        float x = contexts[(i * contextFrames + contextFrames - 1) * 3];
        float y = contexts[(i * contextFrames + contextFrames - 1) * 3 + 1];
        for (int step = 0; step < steps; step++) {
          int at = i * sequence + (contextFrames - 1 + step) * block;
          for (int k = 0; k < block; k += 2) {
            x += gain * seeing * actions[at + k];
            y += gain * seeing * actions[at + k + 1];
          }
          predictions[(i * steps + step) * 3] = x;
          predictions[(i * steps + step) * 3 + 1] = y;
          predictions[(i * steps + step) * 3 + 2] = 1e6f;
        }
      }
      return predictions;
    }

    @Override
    public void close() {}
  }
}
