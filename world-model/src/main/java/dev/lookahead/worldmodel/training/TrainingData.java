package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.objective.JepaObjective;
import java.util.Optional;

/**
 * Recorded episodes and which of them are held out.
 *
 * @param dataset the episodes
 * @param split drawn before any statistic was taken
 * @param latents what a frozen encoder made of the frames; none where the encoder is trained
 */
public record TrainingData(
    EpisodeDataset dataset, DatasetSplit split, Optional<FrameLatents> latents) {

  /** Episodes for a model whose encoder is trained. */
  public TrainingData(EpisodeDataset dataset, DatasetSplit split) {
    this(dataset, split, Optional.empty());
  }

  /** Refuses episodes that a model cannot be trained on. */
  void requireFor(JepaObjective objective) {
    JepaConfig model = objective.jepa().config();
    DatasetSpec spec = dataset.spec();
    require(
        "frames of",
        model.vision().frameWidth() + "x" + model.vision().frameHeight() + " pixels",
        spec.frameWidth() + "x" + spec.frameHeight() + " pixels");
    require("actions", model.actionSpace(), spec.actionSpace());
    require("proprioceptive values", model.proprioceptionSize(), spec.proprioceptionSize());
    if (objective.frozen()) {
      require(
          "latents of length",
          model.goalWidth(),
          latents.map(cached -> cached.key().width()).orElse(0));
    }
  }

  private void require(String what, Object expected, Object found) {
    if (!found.equals(expected)) {
      throw new DataException(
          dataset.directory(),
          "the model needs %s %s, these episodes have %s".formatted(what, expected, found));
    }
  }
}
