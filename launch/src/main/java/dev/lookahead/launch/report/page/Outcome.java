package dev.lookahead.launch.report.page;

import dev.lookahead.sim.evaluation.EpisodeResult;
import java.util.Locale;

/** How an episode ended, worst first. */
enum Outcome {
  /** The goal was never reached. */
  MISSED("not reached", "✕"),
  /** The goal was reached and left again before the end. */
  LEFT("reached, not held", "◐"),
  /** The goal was reached and holds at the end. */
  HELD("reached and held", "✓");

  private final String words;
  private final String sign;

  Outcome(String words, String sign) {
    this.words = words;
    this.sign = sign;
  }

  static Outcome of(EpisodeResult result) {
    return result.reachedFinally() ? HELD : result.reachedEver() ? LEFT : MISSED;
  }

  /** What it is called. */
  String words() {
    return words;
  }

  /** A sign that tells it apart without colours. */
  String sign() {
    return sign;
  }

  /** The class of the style sheet that gives it its colour. */
  String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
