package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory of recorded episodes, memory-mapped. What is in it is read from the shards' own
 * headers; shards that are being written are not seen. Safe for use by many threads.
 */
public final class EpisodeDataset implements EpisodeSource {

  private final Path directory;
  private final DatasetSpec spec;
  private final int shards;
  private final List<Episode> episodes;
  private volatile @Nullable String contentHash;

  private EpisodeDataset(Path directory, DatasetSpec spec, int shards, List<Episode> episodes) {
    this.directory = directory;
    this.spec = spec;
    this.shards = shards;
    this.episodes = Collections.unmodifiableList(episodes);
  }

  /**
   * Opens a dataset and checks the header of every shard.
   *
   * @throws DataException if the directory or its description is missing, a shard is missing
   *     between others, damaged, or does not fit the description
   */
  public static EpisodeDataset open(Path directory) {
    DatasetSpec spec = DatasetJson.read(directory);
    List<Path> files = shardFiles(directory);
    List<Episode> episodes = new ArrayList<>();
    for (int shard = 0; shard < files.size(); shard++) {
      Path expected = directory.resolve(EpisodeShard.fileName(shard));
      if (!files.get(shard).equals(expected)) {
        throw new DataException(
            expected, "this shard is missing, the next one is " + files.get(shard).getFileName());
      }
      episodes.addAll(EpisodeShard.read(expected, spec, episodes.size()));
    }
    return new EpisodeDataset(directory, spec, files.size(), episodes);
  }

  private static List<Path> shardFiles(Path directory) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream =
        Files.newDirectoryStream(directory, "shard-*.safetensors")) {
      stream.forEach(files::add);
    } catch (IOException unreadable) {
      throw new DataException(directory, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
    Collections.sort(files);
    return files;
  }

  /** Where it lies. */
  public Path directory() {
    return directory;
  }

  @Override
  public Path location() {
    return directory;
  }

  @Override
  public DatasetSpec spec() {
    return spec;
  }

  @Override
  public int size() {
    return episodes.size();
  }

  @Override
  public int length(int number) {
    return episodes.get(number).length();
  }

  /** The number of shards. */
  int shards() {
    return shards;
  }

  @Override
  public Episode episode(int number) {
    return episodes.get(number);
  }

  /** All episodes in order. */
  public List<Episode> episodes() {
    return episodes;
  }

  /** The number of frames in all episodes. */
  public long frames() {
    return episodes.stream().mapToLong(Episode::length).sum();
  }

  /**
   * A SHA-256 that is cheap and nearly complete: over the specification and, episode by episode,
   * its description, length, times, actions, states, proprioception, first and last frame. A change
   * to a frame between those is only seen by {@link #fullHash()}. Independent of how the episodes
   * are divided into shards. It names what was there when it was first asked for; only then is
   * anything read.
   */
  public String contentHash() {
    // Threads that ask at once each compute the same.
    String known = contentHash;
    if (known == null) {
      known = hash(false);
      contentHash = known;
    }
    return known;
  }

  /** As {@link #contentHash()}, but over every frame: reads the whole dataset. */
  public String fullHash() {
    return hash(true);
  }

  /** Does nothing: the system unmaps the files when the last episode is forgotten. */
  @Override
  public void close() {}

  private String hash(boolean allFrames) {
    Sha256 hash = new Sha256().add(DatasetJson.bytes(spec));
    for (Episode episode : episodes) {
      hash.add(episode.info().toString().getBytes(StandardCharsets.UTF_8));
      hash.add(episode.length());
      hash.add(EpisodeShard.bytes(episode.stampsNanos()));
      hash.add(EpisodeShard.bytes(episode.actions()));
      hash.add(EpisodeShard.bytes(episode.states()));
      hash.add(EpisodeShard.bytes(episode.proprioception()));
      if (allFrames) {
        hash.add(episode.frames());
      } else {
        int bytes = spec.frameBytes();
        hash.add(episode.frames().limit(bytes));
        hash.add(episode.frames().position((episode.length() - 1) * bytes));
      }
    }
    return hash.hex();
  }
}
