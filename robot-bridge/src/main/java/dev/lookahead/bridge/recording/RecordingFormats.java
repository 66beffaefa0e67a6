package dev.lookahead.bridge.recording;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formats a program can read and write.
 *
 * @param formats asked in this order; the first that recognises a recording reads it
 */
public record RecordingFormats(List<RecordingFormat> formats) {

  private static final int MAX_LOOKED_AT = 100;
  private static final int MAX_NAMED = 5;

  /** Copies the list. */
  public RecordingFormats {
    formats = List.copyOf(formats);
  }

  /**
   * Opens a recording of whatever form.
   *
   * @throws DataException if no format recognises it, or the one that does refuses it
   */
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return of(path).open(path, mapping);
  }

  /**
   * The format of a recording.
   *
   * @throws DataException if there is none
   */
  public RecordingFormat of(Path path) {
    if (!Files.exists(path)) {
      throw new DataException(path, "there is no such file or directory");
    }
    return recognizing(path)
        .orElseThrow(
            () ->
                new DataException(
                    path,
                    "this is none of the recordings that can be read:\n" + list() + inside(path)));
  }

  private Optional<RecordingFormat> recognizing(Path path) {
    return formats.stream().filter(format -> format.recognizes(path)).findFirst();
  }

  /** Recorders put files into a folder, and people name the folder. */
  private String inside(Path path) {
    if (!Files.isDirectory(path)) {
      return "";
    }
    try (Stream<Path> files = Files.list(path)) {
      List<String> found =
          files
              .sorted()
              .limit(MAX_LOOKED_AT)
              .filter(file -> recognizing(file).isPresent())
              .limit(MAX_NAMED)
              .map(file -> "\n  " + file)
              .toList();
      return found.isEmpty() ? "" : "\nin it are" + String.join("", found);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none; lists those there are
   */
  public RecordingFormat named(String name) {
    return formats.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no format '%s', there are:\n%s".formatted(name, list())));
  }

  private String list() {
    return formats.stream()
        .map(format -> "  %-12s %s".formatted(format.name(), format.description()))
        .collect(Collectors.joining("\n"));
  }
}
