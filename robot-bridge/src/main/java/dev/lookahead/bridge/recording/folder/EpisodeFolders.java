package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folders of a recording, in order of their names; the CSV files read last are kept. */
final class EpisodeFolders {

  static final String SPEC_FILE = "lookahead.json";
  static final String INFO_FILE = "episode.json";

  private static final int KEPT_FILES = 64;
  private static final int MAX_EPISODES = 1 << 20;

  private final Path root;
  private final List<Path> folders;
  private final Map<Integer, StepsCsv> kept = new LinkedHashMap<>();

  private EpisodeFolders(Path root, List<Path> folders) {
    this.root = root;
    this.folders = folders;
  }

  /**
   * Lists them; unfinished ones are not seen.
   *
   * @throws DataException if the root cannot be read or has too many
   */
  static EpisodeFolders in(Path root) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        boolean whole = !entry.toString().endsWith(FolderSink.UNFINISHED);
        if (whole && Files.isRegularFile(entry.resolve(StepsCsv.FILE))) {
          folders.add(entry);
        }
        if (folders.size() > MAX_EPISODES) {
          throw new DataException(root, "at most %d episodes are read".formatted(MAX_EPISODES));
        }
      }
    } catch (IOException unreadable) {
      throw new DataException(root, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
    Collections.sort(folders);
    return new EpisodeFolders(root, folders);
  }

  /** A whole file of at most so many bytes. */
  static byte[] bytes(Path file, long max) {
    try {
      if (Files.size(file) > max) {
        throw new DataException(
            file, "it has %d bytes, at most %d are read".formatted(Files.size(file), max));
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  Path root() {
    return root;
  }

  int size() {
    return folders.size();
  }

  Path folder(int episode) {
    return folders.get(episode);
  }

  /**
   * A file in an episode's folder.
   *
   * @throws DataException if it is missing or lies elsewhere
   */
  Path file(int episode, String name) {
    return FolderPath.file(root, folders.get(episode).getFileName() + "/" + name);
  }

  /** The rows of an episode. */
  StepsCsv steps(int episode) {
    StepsCsv known = kept.get(episode);
    if (known == null) {
      if (kept.size() >= KEPT_FILES) {
        kept.remove(kept.keySet().iterator().next());
      }
      known = StepsCsv.read(file(episode, StepsCsv.FILE));
      kept.put(episode, known);
    }
    return known;
  }

  /** Drops the CSV files kept. */
  void forget() {
    kept.clear();
  }
}
