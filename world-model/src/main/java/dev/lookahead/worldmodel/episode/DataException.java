package dev.lookahead.worldmodel.episode;

import java.nio.file.Path;

/**
 * Recorded data was refused. The message names the file or directory, what was expected and found.
 */
public final class DataException extends RuntimeException {

  /** A refusal for a reason of our own. */
  public DataException(Path file, String problem) {
    super(file + ": " + problem);
  }

  /** A refusal from below, whose message already names the file. */
  DataException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A refusal because something below failed. */
  public DataException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
