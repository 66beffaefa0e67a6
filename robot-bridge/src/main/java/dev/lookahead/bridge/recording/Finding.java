package dev.lookahead.bridge.recording;

/**
 * Something a check of a recording has to say.
 *
 * @param severity whether the recording can be used nevertheless
 * @param where file, episode or step, for a person
 * @param problem what was expected and what was found
 */
public record Finding(Severity severity, String where, String problem) {

  /** How bad it is. */
  public enum Severity {
    /** Worth knowing; the recording can be used. */
    WARNING,
    /** The recording, or the episode named, cannot be used as it is. */
    ERROR
  }

  /** A finding that makes the recording unusable. */
  public static Finding error(String where, String problem) {
    return new Finding(Severity.ERROR, where, problem);
  }

  /** A finding worth knowing. */
  public static Finding warning(String where, String problem) {
    return new Finding(Severity.WARNING, where, problem);
  }
}
