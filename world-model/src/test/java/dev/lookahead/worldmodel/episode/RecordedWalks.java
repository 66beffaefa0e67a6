package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Episodes in which every value tells where it belongs: in episode e at step t all pixels are
 * {@code 31 e + t}, action x is {@code 1000 e + t}, action y its negative, the state {@code 100 e +
 * t}, proprioception half of that and the stamp {@code 10 t} ns.
 */
final class RecordedWalks {

  static final DatasetSpec SPEC =
      new DatasetSpec(
          "walk",
          5,
          3,
          10,
          new ActionSpace(
              List.of(
                  new ActionAxis("x", "px", -1e6f, 1e6f), new ActionAxis("y", "px", -1e6f, 1e6f))),
          List.of(new SignalAxis("s", "px")),
          List.of(new SignalAxis("p", "rad")));

  private RecordedWalks() {}

  static Episode walk(int episode, int length) {
    EpisodeRecorder recorder = new EpisodeRecorder(SPEC);
    recorder.begin(observation(episode, 0), new float[] {100 * episode});
    for (int step = 1; step < length; step++) {
      int value = 1000 * episode + step - 1;
      recorder.step(
          new Action(value, -value),
          observation(episode, step),
          new float[] {100 * episode + step});
    }
    return recorder.finish(new EpisodeInfo(episode, "walk \"" + episode + "\""));
  }

  static Observation observation(int episode, int step) {
    byte[] rgb = new byte[SPEC.frameBytes()];
    Arrays.fill(rgb, pixel(episode, step));
    return new Observation(
        new CameraFrame(5, 3, rgb, 10L * step), new Proprioception(0.5f * (100 * episode + step)));
  }

  static byte pixel(int episode, int step) {
    return (byte) (31 * episode + step);
  }

  /** A dataset of walks of the given lengths, one shard per {@code shardBytes}. */
  static EpisodeDataset dataset(Path directory, long shardBytes, int... lengths)
      throws IOException {
    try (EpisodeWriter writer = EpisodeWriter.open(directory, SPEC, shardBytes)) {
      for (int length : lengths) {
        writer.append(walk(writer.size(), length));
      }
    }
    return EpisodeDataset.open(directory);
  }
}
