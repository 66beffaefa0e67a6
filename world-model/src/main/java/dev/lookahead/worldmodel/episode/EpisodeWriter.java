package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Adds episodes to a dataset directory, new or old.
 *
 * <p>Episodes go straight to the disk, into a shard that gets its name only when it is complete. A
 * killed process loses the shard it was at and no other; {@link #commit} bounds that loss where an
 * episode is dear. One writer per dataset, which the system's file lock enforces; readers may open
 * it at any time and see the complete shards. Thread: one at a time.
 */
public final class EpisodeWriter implements EpisodeSink {

  /** The size at which a shard is finished, unless told otherwise: 256 MiB. */
  public static final long DEFAULT_SHARD_BYTES = 256L << 20;

  private static final int MIN_HEADER_BYTES = 16 << 10;
  private static final int MAX_HEADER_BYTES = 256 << 10;

  private final Path directory;
  private final DatasetSpec spec;
  private final long shardBytes;
  private final FileChannel lock;
  private int nextShard;
  private int nextEpisode;
  private int firstEpisode;
  private @Nullable SafetensorsWriter shard;

  private EpisodeWriter(Path directory, DatasetSpec spec, long shardBytes, FileChannel lock) {
    this.directory = directory;
    this.spec = spec;
    this.shardBytes = shardBytes;
    this.lock = lock;
  }

  /** Opens a dataset with shards of {@link #DEFAULT_SHARD_BYTES}. */
  public static EpisodeWriter open(Path directory, DatasetSpec spec) throws IOException {
    return open(directory, spec, DEFAULT_SHARD_BYTES);
  }

  /**
   * Opens a dataset to continue it, or starts one.
   *
   * @param shardBytes the size from which on a shard is finished, at least 1
   * @throws DataException if the directory holds a dataset with another specification, a damaged
   *     one, or one that is being written
   * @throws IOException if the disk refuses
   */
  public static EpisodeWriter open(Path directory, DatasetSpec spec, long shardBytes)
      throws IOException {
    if (shardBytes < 1) {
      throw new IllegalArgumentException("a shard has at least 1 byte, got " + shardBytes);
    }
    Files.createDirectories(directory);
    FileChannel lock = lock(directory);
    try {
      if (!Files.exists(DatasetJson.file(directory))) {
        DatasetJson.write(directory, spec);
      }
      EpisodeWriter writer = new EpisodeWriter(directory, spec, shardBytes, lock);
      writer.resume();
      return writer;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /**
   * Locks a file of its own, which nobody ever reads: on POSIX systems, closing any channel to a
   * locked file gives the lock away. The system gives it back if this process dies.
   */
  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException ours) {
      channel.close();
      throw new DataException(directory, "this process is already writing to it", ours);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
    channel.close();
    throw new DataException(directory, "another process is already writing to it");
  }

  private void resume() throws IOException {
    EpisodeDataset present = EpisodeDataset.open(directory);
    if (!present.spec().equals(spec)) {
      throw new DataException(
          directory,
          "it holds another kind of episodes: expected %s, found %s"
              .formatted(spec, present.spec()));
    }
    try (DirectoryStream<Path> unfinished =
        Files.newDirectoryStream(directory, "shard-*" + PendingFile.SUFFIX)) {
      for (Path shardOfADeadWriter : unfinished) {
        Files.delete(shardOfADeadWriter);
      }
    }
    nextShard = present.shards();
    nextEpisode = present.size();
  }

  /** The number of episodes in the dataset, those of the unfinished shard included. */
  public int size() {
    return nextEpisode;
  }

  /**
   * Adds one episode.
   *
   * @throws IllegalArgumentException if it was recorded under another specification
   * @throws IOException if the disk refuses; the unfinished shard is then lost, the others are not
   */
  @Override
  public void append(Episode episode) throws IOException {
    if (!episode.spec().equals(spec)) {
      throw new IllegalArgumentException(
          "episodes of this dataset have %s, got %s".formatted(spec, episode.spec()));
    }
    SafetensorsWriter writer = shard;
    if (writer == null) {
      writer = new SafetensorsWriter(directory.resolve(EpisodeShard.fileName(nextShard)), header());
      shard = writer;
      firstEpisode = nextEpisode;
    }
    try {
      EpisodeShard.append(writer, nextEpisode, episode);
    } catch (IOException failed) {
      shard = null;
      nextEpisode = firstEpisode;
      writer.close();
      throw failed;
    }
    nextEpisode++;
    if (writer.dataBytes() >= shardBytes
        || writer.headerBytesLeft() < EpisodeShard.HEADER_BYTES_PER_EPISODE) {
      commit();
    }
  }

  /** Finishes the shard at hand. */
  @Override
  public void commit() throws IOException {
    SafetensorsWriter writer = shard;
    if (writer != null) {
      shard = null;
      try (writer) {
        writer.commit();
      } catch (IOException failed) {
        nextEpisode = firstEpisode;
        throw failed;
      }
      nextShard++;
    }
  }

  /** Finishes the last shard and lets other writers in. */
  @Override
  public void close() throws IOException {
    try {
      commit();
    } finally {
      lock.close();
    }
  }

  private int header() {
    long wanted = Math.min(shardBytes >> 10, MAX_HEADER_BYTES);
    return (int) Math.max(wanted / 8 * 8, MIN_HEADER_BYTES);
  }
}
