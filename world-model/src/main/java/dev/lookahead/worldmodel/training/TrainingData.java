package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.jepa.JepaConfig;

/**
 * Recorded episodes and which of them are held out.
 *
 * @param dataset the episodes
 * @param split drawn before any statistic was taken
 */
public record TrainingData(EpisodeDataset dataset, DatasetSplit split) {

  /** Refuses episodes that a model cannot be trained on. */
  void requireFor(JepaConfig model) {
    DatasetSpec spec = dataset.spec();
    require(
        "frames of",
        model.vision().frameWidth() + "x" + model.vision().frameHeight() + " pixels",
        spec.frameWidth() + "x" + spec.frameHeight() + " pixels");
    require("actions", model.actionSpace(), spec.actionSpace());
    require("proprioceptive values", model.proprioceptionSize(), spec.proprioceptionSize());
  }

  private void require(String what, Object expected, Object found) {
    if (!found.equals(expected)) {
      throw new DataException(
          dataset.directory(),
          "the model needs %s %s, these episodes have %s".formatted(what, expected, found));
    }
  }
}
