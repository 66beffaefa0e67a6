package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.recording.parquet.ParquetColumn;
import dev.lookahead.bridge.recording.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A file of {@code meta/episodes}: where some episodes lie and their statistics. */
final class EpisodeRowsWriter {

  /** Statistics of images have the shape [3, 1, 1]. */
  private static final int IMAGE_DEPTH = 3;

  private EpisodeRowsWriter() {}

  /**
   * Writes the list of a batch.
   *
   * @param batches how many there were before; the number of its files
   * @param video whether there is one
   */
  static void write(
      Path file,
      List<EpisodeColumns> batch,
      List<EpisodeStatistics> statistics,
      List<String> tasks,
      int batches,
      double framesPerSecond,
      boolean video)
      throws IOException {
    String videos = "videos/" + LeRobotSink.CAMERA + "/";
    List<ParquetColumn> columns = new ArrayList<>();
    columns.add(integers("episode_index", batch, EpisodeColumns::number));
    columns.add(
        ParquetColumn.textLists(
            "tasks", batch.stream().map(part -> tasks.get(part.task())).toList()));
    columns.add(integers("length", batch, part -> part.episode().length()));
    List<String> files = new ArrayList<>(List.of("data/", "meta/episodes/"));
    if (video) {
      files.add(1, videos);
    }
    for (String prefix : files) {
      columns.add(
          integers(prefix + "chunk_index", batch, part -> batches / LeRobotSink.CHUNK_SIZE));
      columns.add(integers(prefix + "file_index", batch, part -> batches % LeRobotSink.CHUNK_SIZE));
    }
    columns.add(integers("dataset_from_index", batch, EpisodeColumns::datasetIndex));
    columns.add(
        integers("dataset_to_index", batch, part -> part.datasetIndex() + part.episode().length()));
    if (video) {
      columns.add(seconds(videos + "from_timestamp", batch, framesPerSecond, part -> 0));
      columns.add(
          seconds(
              videos + "to_timestamp", batch, framesPerSecond, part -> part.episode().length()));
    }
    columns.add(integers(EpisodeList.SEED, batch, part -> part.episode().info().seed()));
    for (String feature : statistics.get(0).features().keySet()) {
      addStatistics(feature, statistics, columns);
    }
    ParquetWriter.write(file, columns, Map.of());
  }

  /** The time of a frame of each episode in the video of the batch. */
  private static ParquetColumn seconds(
      String name,
      List<EpisodeColumns> batch,
      double framesPerSecond,
      ToLongFunction<EpisodeColumns> frame) {
    long start = batch.get(0).datasetIndex();
    return ParquetColumn.doubles(
        name,
        batch.stream()
            .mapToDouble(
                part -> (part.datasetIndex() - start + frame.applyAsLong(part)) / framesPerSecond)
            .toArray());
  }

  private static ParquetColumn integers(
      String name, List<EpisodeColumns> batch, ToLongFunction<EpisodeColumns> value) {
    return ParquetColumn.integers(name, batch.stream().mapToLong(value).toArray());
  }

  private static void addStatistics(
      String feature, List<EpisodeStatistics> statistics, List<ParquetColumn> columns) {
    List<FeatureStatistics> each =
        statistics.stream().map(episode -> episode.features().get(feature)).toList();
    int depth = feature.equals(LeRobotSink.CAMERA) ? IMAGE_DEPTH : 1;
    String prefix = "stats/" + feature + "/";
    columns.add(nested(prefix + "min", depth, each, FeatureStatistics::min));
    columns.add(nested(prefix + "max", depth, each, FeatureStatistics::max));
    columns.add(nested(prefix + "mean", depth, each, FeatureStatistics::mean));
    columns.add(nested(prefix + "std", depth, each, FeatureStatistics::std));
    columns.add(
        ParquetColumn.integerLists(
            prefix + "count",
            1,
            statistics.stream().mapToLong(episode -> episode.count(feature)).toArray()));
  }

  private static ParquetColumn nested(
      String name,
      int depth,
      List<FeatureStatistics> each,
      Function<FeatureStatistics, double[]> value) {
    double[] values =
        each.stream().flatMapToDouble(one -> Arrays.stream(value.apply(one))).toArray();
    return ParquetColumn.nested(name, depth, values.length / each.size(), values);
  }
}
