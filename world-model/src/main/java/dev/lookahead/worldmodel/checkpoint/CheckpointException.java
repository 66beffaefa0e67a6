package dev.lookahead.worldmodel.checkpoint;

import java.nio.file.Path;

/**
 * A file of trained numbers was refused. The message names the file, what was expected and what was
 * found.
 */
public final class CheckpointException extends RuntimeException {

  /** A refusal for a reason of our own. */
  public CheckpointException(Path file, String problem) {
    super(file + ": " + problem);
  }

  /** A refusal because something below failed, for example the disk. */
  public CheckpointException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
