package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the episodes of a dataset came about: the content of {@code recipe.json} beside them. A
 * dataset is continued only by what began it.
 *
 * @param formatVersion the version of this layout
 * @param settings everything that decides what an episode is, by the names under which a user sets
 *     it
 */
public record DatasetOrigin(int formatVersion, Map<String, String> settings) {

  private static final int FORMAT_VERSION = 1;
  private static final String FILE = "recipe.json";
  private static final String ABSENT = "nothing";

  /** Sorts the settings by name. */
  public DatasetOrigin {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** An origin of the current version. */
  public static DatasetOrigin of(Map<String, String> settings) {
    return new DatasetOrigin(FORMAT_VERSION, settings);
  }

  /**
   * The origin of a dataset; empty if nobody wrote it down.
   *
   * @throws DataException if it cannot be read
   */
  public static Optional<DatasetOrigin> read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(VersionedJson.read(file, FORMAT_VERSION, DatasetOrigin.class));
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new DataException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  /** Writes it beside the episodes. */
  public void write(Path directory) throws IOException {
    PendingFile.write(directory.resolve(FILE), VersionedJson.bytes(this));
  }

  /**
   * Compares this origin with that of a dataset.
   *
   * @throws DataException if they differ; names every setting that does, with both values
   */
  public void requireSame(Path directory, DatasetOrigin recorded) {
    TreeSet<String> names = new TreeSet<>(settings.keySet());
    names.addAll(recorded.settings.keySet());
    StringBuilder differences = new StringBuilder();
    for (String name : names) {
      String asked = settings.getOrDefault(name, ABSENT);
      String found = recorded.settings.getOrDefault(name, ABSENT);
      if (!asked.equals(found)) {
        differences.append("\n%s is %s there, asked for is %s".formatted(name, found, asked));
      }
    }
    if (differences.length() > 0) {
      throw new DataException(directory, "it holds episodes of another recipe:" + differences);
    }
  }
}
