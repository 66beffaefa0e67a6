package dev.lookahead.launch.offline;

/**
 * One sentence of a verdict.
 *
 * @param grade how good the news is
 * @param text the sentence, with its figure
 */
public record Finding(Grade grade, String text) {

  /** How good news is. */
  public enum Grade {
    /** As it should be. */
    GOOD,
    /** Worth knowing before relying on the model. */
    DOUBTFUL,
    /** A reason not to plan with the model. */
    BAD
  }
}
