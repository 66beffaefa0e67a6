package dev.lookahead.worldmodel.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder with everything in it. */
public final class FileTree {

  private FileTree() {}

  /**
   * Deletes it; a symbolic link in it goes, what it points to stays.
   *
   * @throws IOException if something cannot be deleted, which then stays with some of the rest
   */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
