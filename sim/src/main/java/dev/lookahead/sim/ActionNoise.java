package dev.lookahead.sim;

/**
 * How an expert is disturbed so that its data covers more than its own path.
 *
 * @param std standard deviation of the Gaussian added to every axis, in the units of the action
 *     space, 0 to 100
 * @param repeatProbability how often the previous action is sent again instead, 0 to 1
 */
public record ActionNoise(double std, double repeatProbability) {

  /** Refuses values out of range. */
  public ActionNoise {
    if (!(std >= 0 && std <= 100)) {
      throw new IllegalArgumentException("noise std is 0 to 100, got " + std);
    }
    if (!(repeatProbability >= 0 && repeatProbability <= 1)) {
      throw new IllegalArgumentException("repeat probability is 0 to 1, got " + repeatProbability);
    }
  }

  /** No disturbance. */
  public static ActionNoise none() {
    return new ActionNoise(0, 0);
  }
}
