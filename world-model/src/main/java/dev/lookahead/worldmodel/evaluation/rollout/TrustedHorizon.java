package dev.lookahead.worldmodel.evaluation.rollout;

import java.util.List;

/**
 * How far ahead a model's predictions are better than assuming that nothing changes.
 *
 * @param blocks the farthest distance up to which, without a break, the interval of the gain over
 *     copying the last latent lies above zero; 0 if not even one block ahead
 * @param measured how far ahead was measured, in blocks
 */
public record TrustedHorizon(int blocks, int measured) {

  /** Reads it off a drift curve that begins one block ahead. */
  public static TrustedHorizon of(List<HorizonPoint> curve) {
    int blocks = 0;
    while (blocks < curve.size() && curve.get(blocks).gain().above(0)) {
      blocks++;
    }
    return new TrustedHorizon(blocks, curve.size());
  }

  /** Whether the model may be trusted farther than was measured. */
  public boolean openEnded() {
    return blocks == measured;
  }
}
