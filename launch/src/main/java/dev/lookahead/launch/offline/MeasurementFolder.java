package dev.lookahead.launch.offline;

import static java.util.stream.Collectors.joining;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where measurements lie: {@code conditions.json} and per episode {@code
 * episodes/episode-000123.json} with a few frames in {@code episode-000123.png} and their latents
 * in {@code episode-000123.latents}, or {@code episode-000123.refused.json}, each complete or
 * absent. Several processes may write to one folder, each its own episodes: one measured again is
 * the same file again.
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
      // Shards that start together may all come here; each writes under a name of its own.
      Path own = Files.createTempFile(path, CONDITIONS, "");
      PendingFile.write(own, VersionedJson.bytes(conditions));
      Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
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

  /** Whether an episode was measured or refused. */
  public boolean has(int episode) {
    return isRefused(episode)
        || (Files.isRegularFile(file(episode))
            && Files.isRegularFile(sheet(episode))
            && Files.isRegularFile(latents(episode)));
  }

  private boolean isRefused(int episode) {
    return Files.isRegularFile(refusal(episode));
  }

  /** Adds an episode. */
  public void write(EpisodeFiles files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
      PendingFile.write(episodeFile(file.getKey()), file.getValue());
    }
  }

  /** The numbers of the episodes that were neither measured nor refused yet. */
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
      if (other.isRefused(number)) {
        PendingFile.write(refusal(number), Files.readAllBytes(other.refusal(number)));
      } else if (other.has(number)) {
        PendingFile.write(sheet(number), Files.readAllBytes(other.sheet(number)));
        PendingFile.write(latents(number), Files.readAllBytes(other.latents(number)));
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
   * All episodes that were measured, in order.
   *
   * @throws DataException if one is missing or damaged, or all were refused
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
                  missing.stream().limit(NAMED).map(String::valueOf).collect(joining(", ")),
                  missing.size() > NAMED ? ", ..." : ""));
    }
    List<MeasuredEpisode> episodes = new ArrayList<>();
    for (int number = 0; number < conditions.episodes(); number++) {
      if (!isRefused(number)) {
        episodes.add(episode(number));
      }
    }
    if (episodes.isEmpty()) {
      throw new DataException(
          path,
          "none of the %d episodes could be read%s; see lookahead data check"
              .formatted(
                  conditions.episodes(),
                  refused().stream().limit(1).map(r -> ": " + r.reason()).collect(joining())));
    }
    return episodes;
  }

  /**
   * The episodes whose recording is damaged, in order.
   *
   * @throws DataException if one of these files is damaged in turn
   */
  public List<RefusedEpisode> refused() {
    return IntStream.range(0, conditions.episodes())
        .filter(this::isRefused)
        .mapToObj(
            number -> read(refusal(number), RefusedEpisode.FORMAT_VERSION, RefusedEpisode.class))
        .toList();
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
    int width = episode.rollouts().latents().columns();
    if (width % conditions.latentTokens() != 0) {
      throw new DataException(
          file(number),
          "latents should be %d tokens of one width, have %d values"
              .formatted(conditions.latentTokens(), width));
    }
    return episode.with(
        KeptLatents.read(latents(number), episode.rollouts().sampledSteps().size(), width));
  }

  /** Where the frames of an episode are. */
  Path sheet(int episode) {
    return episodeFile(EpisodeFiles.sheet(episode));
  }

  private Path file(int episode) {
    return episodeFile(EpisodeFiles.measurement(episode));
  }

  private Path latents(int episode) {
    return episodeFile(EpisodeFiles.latents(episode));
  }

  private Path refusal(int episode) {
    return episodeFile(EpisodeFiles.refusal(episode));
  }

  private Path episodeFile(String name) {
    return path.resolve("episodes").resolve(name);
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
