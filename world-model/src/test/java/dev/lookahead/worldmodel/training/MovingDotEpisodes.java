package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.episode.EpisodeWriter;
import dev.lookahead.worldmodel.jepa.MovingDot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.random.RandomGenerator;

/** Random walks of a {@link MovingDot} as a dataset. */
final class MovingDotEpisodes {

  static final int COUNT = 10;
  static final int STEPS = 30;

  private MovingDotEpisodes() {}

  /** Ten episodes, each with a seed of its own. */
  static EpisodeDataset record(Path directory, IntToLongFunction seeds) throws IOException {
    return record(directory, MovingDot.SIDE, seeds);
  }

  /** The same episodes with black beside the square, up to a width. */
  static EpisodeDataset record(Path directory, int width, IntToLongFunction seeds)
      throws IOException {
    DatasetSpec spec =
        new DatasetSpec(
            "moving-dot", width, MovingDot.SIDE, 1, MovingDot.ACTIONS, List.of(), List.of());
    try (EpisodeWriter writer = EpisodeWriter.open(directory, spec)) {
      for (int number = 0; number < COUNT; number++) {
        writer.append(episode(spec, seeds.applyAsLong(number)));
      }
    }
    return EpisodeDataset.open(directory);
  }

  private static Episode episode(DatasetSpec spec, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    EpisodeRecorder recorder = new EpisodeRecorder(spec);
    float x = random.nextFloat(2, 14);
    float y = random.nextFloat(2, 14);
    recorder.begin(seen(spec, x, y, 0), new float[0]);
    for (int step = 1; step <= STEPS; step++) {
      Action action = new Action(random.nextFloat(-2, 2), random.nextFloat(-2, 2));
      x = Math.max(1, Math.min(MovingDot.SIDE - 2, x + action.get(0)));
      y = Math.max(1, Math.min(MovingDot.SIDE - 2, y + action.get(1)));
      recorder.step(action, seen(spec, x, y, step), new float[0]);
    }
    return recorder.finish(new EpisodeInfo(seed, "random walk"));
  }

  private static Observation seen(DatasetSpec spec, float x, float y, int step) {
    byte[] square = MovingDot.draw(x, y);
    byte[] rgb = new byte[spec.frameBytes()];
    for (int row = 0; row < MovingDot.SIDE; row++) {
      System.arraycopy(
          square, row * MovingDot.SIDE * 3, rgb, row * spec.frameWidth() * 3, MovingDot.SIDE * 3);
    }
    CameraFrame frame = new CameraFrame(spec.frameWidth(), spec.frameHeight(), rgb, step);
    return new Observation(frame, new Proprioception());
  }
}
