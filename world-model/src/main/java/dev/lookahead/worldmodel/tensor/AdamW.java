package dev.lookahead.worldmodel.tensor;

/**
 * Settings of decoupled weight decay Adam (Loshchilov and Hutter 2019, algorithm 2).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment, positive
 * @param weightDecay multiplied with the learning rate and the decayed parameters, not negative
 * @param clipNorm the global gradient norm above which gradients are scaled down, positive;
 *     infinite for none
 */
public record AdamW(float beta1, float beta2, float epsilon, float weightDecay, float clipNorm) {

  /** Checks every range. */
  public AdamW {
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "beta1 and beta2 lie in [0, 1), got " + beta1 + " and " + beta2);
    }
    if (!(epsilon > 0 && weightDecay >= 0 && clipNorm > 0)) {
      throw new IllegalArgumentException(
          "epsilon > 0, weightDecay >= 0, clipNorm > 0 expected, got "
              + epsilon
              + ", "
              + weightDecay
              + ", "
              + clipNorm);
    }
  }

  /** The same with another weight decay and clip norm. */
  public AdamW with(float otherWeightDecay, float otherClipNorm) {
    return new AdamW(beta1, beta2, epsilon, otherWeightDecay, otherClipNorm);
  }

  /** Betas 0.9 and 0.999, epsilon 1e-8, weight decay 1e-3, gradients clipped at norm 1 (LeWM). */
  public static AdamW defaults() {
    return new AdamW(0.9f, 0.999f, 1e-8f, 1e-3f, 1f);
  }
}
