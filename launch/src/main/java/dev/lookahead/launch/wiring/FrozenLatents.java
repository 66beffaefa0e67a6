package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.training.LatentCache;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a frozen encoder makes of every frame of a dataset.
 *
 * @param vision the encoder
 * @param standard mean and standard deviation of what it says of the training frames; the identity
 *     where latents are left as they are
 * @param latents of all frames, standardised
 */
record FrozenLatents(FrozenVision vision, Normalizer standard, FrameLatents latents) {

  /**
   * Encodes what is not cached yet.
   *
   * @param cache of the encoder, its own standard being the identity
   * @param split whose training side is taken statistics of
   * @param stop asked while frames are encoded
   * @param progress is told how many episodes are encoded
   * @throws LaunchFailure if it was stopped
   * @throws CheckpointException if the encoder says the same of every frame
   * @throws IOException if latents cannot be written
   */
  static FrozenLatents encode(
      LatentCache cache,
      FrozenVision vision,
      EpisodeDataset dataset,
      DatasetSplit split,
      BooleanSupplier stop,
      Consumer<? super Progress> progress)
      throws IOException {
    FrameLatents raw =
        cache
            .of(
                dataset,
                vision.hash(),
                stop,
                done -> progress.accept(new Progress(done, dataset.size(), Map.of(), 0)))
            .orElseThrow(
                () ->
                    new LaunchFailure(
                        ExitCode.INTERRUPTED,
                        "stopped while frames were encoded",
                        "the same command goes on where it stopped"));
    if (!vision.standardized()) {
      return new FrozenLatents(vision, Normalizer.identity(raw.key().width()), raw);
    }
    Normalizer standard = vision.standard(raw, split.training());
    return new FrozenLatents(vision, standard, raw.standardized(standard));
  }

  /** The encoder's parameters under the names they have in a world model. */
  ParameterSet parameters() {
    return vision.parameters(standard);
  }
}
