package dev.lookahead.launch.offline;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where measurements lie: {@code conditions.json} and per episode {@code
 * episodes/episode-000123.json} with a few frames in {@code episode-000123.png}, each complete or
 * absent. Several processes may write to one folder: an episode measured twice is the same file
 * twice.
 */
public final class MeasurementFolder {

  private static final String CONDITIONS = "conditions.json";
  private static final int NAMED = 8;

  private final Path path;
  private final MeasurementConditions conditions;

  private MeasurementFolder(Path path, MeasurementConditions conditions) {
    this.path = path;
    this.conditions = conditions;
  }

  /**
   * Begins a folder, or goes on with one.
   *
   * @throws DataException if it holds measurements under other conditions; names what differs
   * @throws IOException if the disk refuses
   */
  public static MeasurementFolder begin(Path path, MeasurementConditions conditions)
      throws IOException {
    Files.createDirectories(path.resolve("episodes"));
    Path file = path.resolve(CONDITIONS);
    if (!Files.exists(file)) {
      PendingFile.write(file, VersionedJson.bytes(conditions));
    }
    MeasurementFolder present = open(path);
    present.requireSame(conditions);
    return present;
  }

  /**
   * Opens a folder.
   *
   * @throws DataException if there is none, or it is damaged
   */
  public static MeasurementFolder open(Path path) {
    Path file = path.resolve(CONDITIONS);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          path, "measurements have a %s, there is none here".formatted(CONDITIONS));
    }
    return new MeasurementFolder(
        path, read(file, MeasurementConditions.FORMAT_VERSION, MeasurementConditions.class));
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** What all of it was measured under. */
  public MeasurementConditions conditions() {
    return conditions;
  }

  /** Whether an episode was measured. */
  public boolean has(int episode) {
    return Files.isRegularFile(file(episode)) && Files.isRegularFile(sheet(episode));
  }

  /**
   * Adds an episode.
   *
   * @param sheet the PNG of its frames, which is there before the episode is
   */
  void write(MeasuredEpisode episode, byte[] sheet) throws IOException {
    PendingFile.write(sheet(episode.rollouts().episode()), sheet);
    PendingFile.write(file(episode.rollouts().episode()), VersionedJson.bytes(episode));
  }

  /** The numbers of the episodes that were not measured yet. */
  public List<Integer> missing() {
    return IntStream.range(0, conditions.episodes())
        .filter(episode -> !has(episode))
        .boxed()
        .toList();
  }

  /**
   * Copies the episodes that another folder has and this one has not.
   *
   * @throws DataException if they were measured under other conditions
   */
  public void adopt(MeasurementFolder other) throws IOException {
    requireSame(other.conditions);
    for (int number : missing()) {
      if (other.has(number)) {
        PendingFile.write(sheet(number), Files.readAllBytes(other.sheet(number)));
        PendingFile.write(file(number), Files.readAllBytes(other.file(number)));
      }
    }
  }

  private void requireSame(MeasurementConditions wanted) {
    if (!conditions.equals(wanted)) {
      throw new DataException(
          path,
          "it holds measurements under other conditions; expected %s, found %s"
              .formatted(wanted, conditions));
    }
  }

  /**
   * All episodes in order.
   *
   * @throws DataException if one is missing or damaged
   */
  public List<MeasuredEpisode> episodes() {
    List<Integer> missing = missing();
    if (!missing.isEmpty()) {
      throw new DataException(
          path,
          "%d of %d episodes are not measured yet: %s%s; run the shards that have them"
              .formatted(
                  missing.size(),
                  conditions.episodes(),
                  missing.stream()
                      .limit(NAMED)
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")),
                  missing.size() > NAMED ? ", ..." : ""));
    }
    List<MeasuredEpisode> episodes = new ArrayList<>();
    for (int number = 0; number < conditions.episodes(); number++) {
      episodes.add(episode(number));
    }
    return episodes;
  }

  /** One episode that was measured. */
  MeasuredEpisode episode(int number) {
    MeasuredEpisode episode =
        read(file(number), MeasuredEpisode.FORMAT_VERSION, MeasuredEpisode.class);
    if (episode.rollouts().episode() != number) {
      throw new DataException(
          file(number),
          "it should be of episode %d, is of %d".formatted(number, episode.rollouts().episode()));
    }
    return episode;
  }

  /** Where the frames of an episode are. */
  Path sheet(int episode) {
    return path.resolve("episodes").resolve("episode-%06d.png".formatted(episode));
  }

  private Path file(int episode) {
    return path.resolve("episodes").resolve("episode-%06d.json".formatted(episode));
  }

  private static <T extends Record> T read(Path file, int version, Class<T> type) {
    try {
      return VersionedJson.read(file, version, type);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new DataException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }
}
