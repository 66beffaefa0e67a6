package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link FrameLatents}, episode by episode, in shards that get their names only when they
 * are complete: who is killed goes on behind the last complete shard. Thread: one at a time.
 */
public final class FrameLatentsWriter implements AutoCloseable {

  private static final long SHARD_BYTES = 256L << 20;
  private static final int HEADER_BYTES = 256 << 10;
  private static final int HEADER_BYTES_PER_EPISODE = 256;

  private final Path directory;
  private final FrameLatentsKey key;
  private final EpisodeSource dataset;
  private int nextShard;
  private int nextEpisode;
  private @Nullable SafetensorsWriter shard;

  /**
   * Starts, or goes on behind what is there.
   *
   * @throws DataException if what is there is of another encoder or dataset, or damaged
   * @throws IOException if the disk refuses
   */
  public FrameLatentsWriter(Path directory, FrameLatentsKey key, EpisodeSource dataset)
      throws IOException {
    this.directory = directory;
    this.key = key;
    this.dataset = dataset;
    Files.createDirectories(directory);
    this.nextEpisode = FrameLatents.present(directory, key, dataset).size();
    while (Files.exists(directory.resolve(FrameLatents.fileName(nextShard)))) {
      nextShard++;
    }
  }

  /** The episode whose latents come next; the number of episodes once all are there. */
  public int next() {
    return nextEpisode;
  }

  /**
   * Appends the latents of the next episode.
   *
   * @param latents [T, D]
   * @throws IOException if the disk refuses; the unfinished shard is then lost
   */
  public void append(float[] latents) throws IOException {
    int length = dataset.length(nextEpisode);
    if (latents.length != (long) length * key.width()) {
      throw new IllegalArgumentException(
          "episode %d has %d frames of %d values, got %d values"
              .formatted(nextEpisode, length, key.width(), latents.length));
    }
    SafetensorsWriter writer = shard;
    if (writer == null) {
      writer =
          new SafetensorsWriter(directory.resolve(FrameLatents.fileName(nextShard)), HEADER_BYTES);
      shard = writer;
      key.metadata().forEach(writer::describe);
    }
    writer.append(
        EpisodeShard.episodeName(nextEpisode),
        DType.F32,
        List.of((long) length, (long) key.width()),
        EpisodeShard.bytes(FloatBuffer.wrap(latents)));
    nextEpisode++;
    if (writer.dataBytes() >= SHARD_BYTES || writer.headerBytesLeft() < HEADER_BYTES_PER_EPISODE) {
      commit();
    }
  }

  /** Finishes the shard at hand. */
  public void commit() throws IOException {
    SafetensorsWriter writer = shard;
    if (writer != null) {
      shard = null;
      try (writer) {
        writer.commit();
      }
      nextShard++;
    }
  }

  /** Throws an unfinished shard away. */
  @Override
  public void close() throws IOException {
    if (shard != null) {
      shard.close();
    }
  }
}
