package dev.lookahead.worldmodel.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A file, or a directory with everything below it. */
public final class FileTree {

  private FileTree() {}

  /**
   * Deletes it, if it is there; links are deleted, not followed.
   *
   * @throws IOException if something cannot be deleted, which then stays with some of the rest
   */
  public static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
