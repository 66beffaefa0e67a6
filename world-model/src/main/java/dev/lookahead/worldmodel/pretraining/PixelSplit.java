package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.episode.PixelSource;

/**
 * Pixels to learn from and pixels to validate on. Nothing of the one is in the other; where samples
 * come from episodes, no episode is in both.
 *
 * @param training learned from
 * @param validation held out
 */
public record PixelSplit(PixelSource training, PixelSource validation) {

  /** Refuses two forms. */
  public PixelSplit {
    if (!training.form().equals(validation.form())) {
      throw new IllegalArgumentException(
          "training and validation have one form, got %s and %s"
              .formatted(training.form(), validation.form()));
    }
  }

  /**
   * Holds out some samples of a source; for sources whose samples have nothing to do with each
   * other.
   */
  public static PixelSplit draw(PixelSource source, double validationFraction, long seed) {
    DatasetSplit split = DatasetSplit.draw(source.size(), validationFraction, seed);
    return new PixelSplit(
        new PixelSubset(source, split.training()), new PixelSubset(source, split.validation()));
  }

  /** The form of all samples. */
  public PixelForm form() {
    return training.form();
  }
}
