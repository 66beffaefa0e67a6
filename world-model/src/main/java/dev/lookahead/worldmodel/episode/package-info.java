/**
 * What robots have lived through: recorded episodes, on disk and as training clips; plain JDK and
 * JSON, no tensor engine.
 *
 * <p>An {@link dev.lookahead.worldmodel.episode.Episode} holds T frames and the T-1 actions between
 * them: action {@code t} leaves frame {@code t} and leads to frame {@code t + 1}. A {@link
 * dev.lookahead.worldmodel.episode.EpisodeRecorder} builds one from observations, an {@link
 * dev.lookahead.worldmodel.episode.EpisodeWriter} adds them to a dataset directory, and an {@link
 * dev.lookahead.worldmodel.episode.EpisodeDataset} reads them back memory-mapped. The directory
 * holds {@code dataset.json} and shards {@code shard-00000.safetensors}, each complete or absent;
 * there is no separate index that could disagree with them.
 *
 * <p>For training, a {@link dev.lookahead.worldmodel.episode.DatasetSplit} divides episodes before
 * any statistic is taken, a {@link dev.lookahead.worldmodel.episode.ClipSampler} draws batches of
 * clips as a pure function of seed and step, and a {@link
 * dev.lookahead.worldmodel.episode.Prefetcher} keeps some ready. Whatever is wrong with files on
 * disk is a {@link dev.lookahead.worldmodel.episode.DataException}.
 */
@NullMarked
package dev.lookahead.worldmodel.episode;

import org.jspecify.annotations.NullMarked;
