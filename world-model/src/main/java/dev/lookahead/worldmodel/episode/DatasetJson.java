package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of {@code dataset.json}, which other forms of recording carry too, so that what was
 * written from our data is read back under the same specification.
 *
 * @param formatVersion the version of this layout and that of the shards
 */
public record DatasetJson(int formatVersion, DatasetSpec dataset) {

  private static final int FORMAT_VERSION = 1;

  static Path file(Path directory) {
    return directory.resolve("dataset.json");
  }

  static void write(Path directory, DatasetSpec spec) throws IOException {
    PendingFile.write(file(directory), bytes(spec));
  }

  /** The text for a specification. */
  public static byte[] bytes(DatasetSpec spec) {
    return VersionedJson.bytes(new DatasetJson(FORMAT_VERSION, spec));
  }

  /**
   * The specification in a text.
   *
   * @param source the file it is from, for the message
   * @throws DataException if it is no such text
   */
  public static DatasetSpec parse(Path source, byte[] text) {
    try {
      return VersionedJson.parse(text, FORMAT_VERSION, DatasetJson.class).dataset();
    } catch (IllegalArgumentException malformed) {
      throw new DataException(source, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  static DatasetSpec read(Path directory) {
    Path file = file(directory);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          directory,
          Files.isDirectory(directory)
              ? "a dataset has a dataset.json, there is none here"
              : "there is no such dataset directory");
    }
    try {
      return VersionedJson.read(file, FORMAT_VERSION, DatasetJson.class).dataset();
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new DataException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }
}
