package dev.lookahead.bridge.recording;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.episode.SignalAxis;
import java.util.List;
import java.util.SplittableRandom;

/** Small episodes of random pixels and signals at 10 Hz, the same for the same number. */
public final class SampleEpisodes {

  private static final long PERIOD_NANOS = 100_000_000;
  private static final long START_NANOS = 1_700_000_000_000_000_000L;

  /** Frames of 8 x 6 pixels, two action axes, three states and one proprioception. */
  public static final DatasetSpec SPEC =
      new DatasetSpec(
          "sample",
          8,
          6,
          PERIOD_NANOS,
          new ActionSpace(
              List.of(new ActionAxis("x", "m/s", -1, 1), new ActionAxis("turn", "rad/s", -2, 2))),
          List.of(
              new SignalAxis("px", "m"), new SignalAxis("py", "m"), new SignalAxis("yaw", "rad")),
          List.of(new SignalAxis("speed", "m/s")));

  private SampleEpisodes() {}

  /** An episode of {@code length} frames. */
  public static Episode episode(int number, int length) {
    SplittableRandom random = new SplittableRandom(number);
    EpisodeRecorder recorder = new EpisodeRecorder(SPEC);
    recorder.begin(observation(random, 0), state(random));
    for (int step = 1; step < length; step++) {
      Action action =
          new Action((float) random.nextDouble(-1, 1), (float) random.nextDouble(-2, 2));
      recorder.step(action, observation(random, step), state(random));
    }
    return recorder.finish(new EpisodeInfo(number, "random walk"));
  }

  private static Observation observation(SplittableRandom random, int step) {
    byte[] rgb = new byte[SPEC.frameBytes()];
    random.nextBytes(rgb);
    return new Observation(
        new CameraFrame(
            SPEC.frameWidth(), SPEC.frameHeight(), rgb, START_NANOS + step * PERIOD_NANOS),
        new Proprioception((float) random.nextDouble()));
  }

  private static float[] state(SplittableRandom random) {
    return new float[] {
      (float) random.nextGaussian(), (float) random.nextGaussian(), (float) random.nextGaussian()
    };
  }
}
