package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;

/**
 * Recorded episodes and which of them are held out.
 *
 * @param dataset the episodes
 * @param split drawn before any statistic was taken
 */
public record TrainingData(EpisodeDataset dataset, DatasetSplit split) {}
