package dev.lookahead.launch;

import dev.lookahead.worldmodel.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder and below it, for comparing two byte by byte. */
public final class FolderContent {

  private FolderContent() {}

  /** The SHA-256 of every file by its relative name. */
  public static SortedMap<String, String> of(Path folder) throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Sha256.ofFile(file));
      }
    }
    return content;
  }
}
