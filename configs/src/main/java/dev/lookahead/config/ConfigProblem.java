package dev.lookahead.config;

/**
 * One thing wrong with a configuration.
 *
 * @param key the dotted path of the setting, for example {@code training.steps}; empty for the file
 *     as a whole
 * @param origin where it was written, for example {@code two-room.yaml:12}
 * @param message what was expected and what was found
 */
public record ConfigProblem(String key, String origin, String message) {

  /** The problem on one line. */
  @Override
  public String toString() {
    return (key.isEmpty() ? origin : key + " (" + origin + ")") + ": " + message;
  }
}
