package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a frozen encoder made of every frame of a dataset, memory-mapped: one [T, D] per episode.
 * Training on a frozen encoder sees each frame many times and encodes it once (DINO-WM, V-JEPA
 * 2-AC). Safe for use by many threads.
 */
public final class FrameLatents {

  private final FrameLatentsKey key;
  private final List<FloatBuffer> episodes;
  private final Normalizer standard;

  private FrameLatents(FrameLatentsKey key, List<FloatBuffer> episodes, Normalizer standard) {
    this.key = key;
    this.episodes = Collections.unmodifiableList(episodes);
    this.standard = standard;
  }

  /**
   * Opens what {@link FrameLatentsWriter} wrote.
   *
   * @param key whose latents of what they must be
   * @param dataset the episodes
   * @throws DataException if they are another encoder's or another dataset's, incomplete or damaged
   */
  public static FrameLatents open(Path directory, FrameLatentsKey key, EpisodeSource dataset) {
    FrameLatents present = present(directory, key, dataset);
    if (present.size() != dataset.size()) {
      throw new DataException(
          directory,
          "it should hold latents of %d episodes, holds %d"
              .formatted(dataset.size(), present.size()));
    }
    return present;
  }

  /** The complete shards of a directory, which may end before the dataset does. */
  static FrameLatents present(Path directory, FrameLatentsKey key, EpisodeSource dataset) {
    List<FloatBuffer> episodes = new ArrayList<>();
    for (int shard = 0; Files.exists(directory.resolve(fileName(shard))); shard++) {
      Path file = directory.resolve(fileName(shard));
      try {
        read(SafetensorsReader.open(file), key, dataset, episodes);
      } catch (CheckpointException refused) {
        throw new DataException(String.valueOf(refused.getMessage()), refused);
      } catch (IllegalArgumentException unfit) {
        throw new DataException(file, String.valueOf(unfit.getMessage()), unfit);
      }
    }
    return new FrameLatents(key, episodes, Normalizer.identity(key.width()));
  }

  private static void read(
      SafetensorsReader reader,
      FrameLatentsKey key,
      EpisodeSource dataset,
      List<FloatBuffer> episodes) {
    if (!reader.metadata().equals(key.metadata())) {
      throw new IllegalArgumentException(
          "these should be latents of %s, are of %s".formatted(key.metadata(), reader.metadata()));
    }
    for (int i = 0; i < reader.entries().size(); i++) {
      int number = episodes.size();
      if (number == dataset.size()) {
        throw new IllegalArgumentException(
            "there are latents of more than the %d episodes".formatted(dataset.size()));
      }
      String name = EpisodeShard.episodeName(number);
      TensorEntry entry = reader.entry(name);
      List<Long> expected = List.of((long) dataset.length(number), (long) key.width());
      if (!entry.shape().equals(expected)) {
        throw new IllegalArgumentException(
            "'%s' should be %s, is %s".formatted(name, expected, entry.shape()));
      }
      episodes.add(reader.floats(name));
    }
  }

  static String fileName(int shard) {
    return "latents-%05d.safetensors".formatted(shard);
  }

  /** Whose latents of what. */
  public FrameLatentsKey key() {
    return key;
  }

  /** The number of episodes. */
  public int size() {
    return episodes.size();
  }

  /** The same latents, standardised as they are copied; on disk they stay as they are. */
  public FrameLatents standardized(Normalizer statistics) {
    if (statistics.size() != key.width()) {
      throw new IllegalArgumentException(
          "latents of length %d need as many means, got %d"
              .formatted(key.width(), statistics.size()));
    }
    return new FrameLatents(key, episodes, statistics);
  }

  /** The latents of one episode [T, D] as they are on disk. */
  FloatBuffer raw(int episode) {
    return episodes.get(episode).duplicate();
  }

  /**
   * Copies the latent of one frame.
   *
   * @param to [rows, D]
   * @param row which row is overwritten
   */
  public void copy(int episode, int step, float[] to, int row) {
    int width = key.width();
    episodes.get(episode).get(step * width, to, row * width, width);
    standard.normalize(to, row * width, width);
  }
}
