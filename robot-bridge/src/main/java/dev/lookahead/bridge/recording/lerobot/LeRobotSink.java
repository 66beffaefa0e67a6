package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.recording.video.VideoCodec;
import dev.lookahead.bridge.recording.video.VideoWriter;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a LeRobotDataset v3.0, a batch of episodes at a time. */
final class LeRobotSink implements EpisodeSink {

  /** The feature of the frames. */
  static final String CAMERA = "observation.image";

  /** Files per folder, LeRobot's default. */
  static final int CHUNK_SIZE = 1000;

  private static final long BATCH_BYTES = 64L << 20;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Path root;
  private final DatasetSpec spec;
  private final Optional<VideoWriter> video;
  private final List<EpisodeColumns> batch = new ArrayList<>();
  private final List<String> tasks = new ArrayList<>();
  private final EpisodeStatistics statistics;
  private long batchBytes;
  private int batches;
  private int episodes;
  private long frames;

  private LeRobotSink(Path root, DatasetSpec spec, Optional<VideoWriter> video) {
    this.root = root;
    this.spec = spec;
    this.video = video;
    this.statistics = new EpisodeStatistics(spec.frameWidth() * spec.frameHeight());
  }

  static LeRobotSink create(Path root, DatasetSpec spec, CameraStorage camera) throws IOException {
    Optional<VideoWriter> video =
        camera == CameraStorage.VIDEO
            ? Optional.of(VideoWriter.of(VideoCodec.H264))
            : Optional.empty();
    Files.createDirectory(root);
    Files.createDirectory(root.resolve("meta"));
    PendingFile.write(root.resolve(LeRobotTable.SPEC_FILE), DatasetJson.bytes(spec));
    return new LeRobotSink(root, spec, video);
  }

  @Override
  public void append(Episode episode) throws IOException {
    if (!episode.spec().equals(spec)) {
      throw new IllegalArgumentException(
          "episodes of this recording have %s, got %s".formatted(spec, episode.spec()));
    }
    String task = episode.info().policy();
    if (!tasks.contains(task)) {
      tasks.add(task);
    }
    batch.add(new EpisodeColumns(episode, episodes, frames, tasks.indexOf(task)));
    episodes++;
    frames += episode.length();
    batchBytes += (long) episode.length() * spec.frameBytes();
    if (batchBytes >= BATCH_BYTES) {
      commit();
    }
  }

  @Override
  public void commit() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    double rate = NANOS_PER_SECOND / spec.framePeriodNanos();
    String part = "chunk-%03d/file-%03d".formatted(batches / CHUNK_SIZE, batches % CHUNK_SIZE);
    List<EpisodeStatistics> each = new ArrayList<>();
    for (EpisodeColumns rows : batch) {
      each.add(EpisodeStatistics.of(rows.episode(), rows, rate));
    }
    if (video.isPresent()) {
      writeVideo(video.get(), file("videos/" + CAMERA + "/" + part + ".mp4"));
    }
    LeRobotRows.write(file("data/" + part + ".parquet"), batch, rate, video.isEmpty());
    EpisodeRowsWriter.write(
        file("meta/episodes/" + part + ".parquet"),
        batch,
        each,
        tasks,
        batches,
        rate,
        video.isPresent());
    each.forEach(statistics::add);
    LeRobotMetadata metadata =
        new LeRobotMetadata(
            spec, rate, video.isPresent() ? CameraStorage.VIDEO : CameraStorage.IMAGES);
    metadata.writeTasks(file("meta/tasks.parquet"), tasks);
    metadata.writeStatistics(file("meta/stats.json"), statistics);
    metadata.writeInfo(file(LeRobotInfo.FILE), episodes, frames, tasks.size());
    batch.clear();
    batchBytes = 0;
    batches++;
  }

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return file;
  }

  private void writeVideo(VideoWriter writer, Path file) throws IOException {
    List<ByteBuffer> pixels = batch.stream().map(rows -> rows.episode().frames()).toList();
    Path unfinished = file.resolveSibling("unfinished-" + file.getFileName());
    writer.write(
        unfinished, pixels, spec.frameWidth(), spec.frameHeight(), spec.framePeriodNanos());
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.READ)) {
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    commit();
  }
}
