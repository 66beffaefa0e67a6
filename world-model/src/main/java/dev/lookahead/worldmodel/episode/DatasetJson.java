package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.checkpoint.PendingFile;
import dev.lookahead.worldmodel.checkpoint.VersionedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of {@code dataset.json}.
 *
 * @param formatVersion the version of this layout and that of the shards
 */
record DatasetJson(int formatVersion, DatasetSpec dataset) {

  private static final int FORMAT_VERSION = 1;

  static Path file(Path directory) {
    return directory.resolve("dataset.json");
  }

  static void write(Path directory, DatasetSpec spec) throws IOException {
    PendingFile.write(file(directory), bytes(spec));
  }

  static byte[] bytes(DatasetSpec spec) {
    return VersionedJson.bytes(new DatasetJson(FORMAT_VERSION, spec));
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
