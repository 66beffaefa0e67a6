package dev.lookahead.worldmodel.energy;

/** Predicts what may follow: one future per value of a latent variable. Thread: one at a time. */
public interface FuturePredictor {

  /** The length of a latent D. */
  int latentWidth();

  /** The length of the leading part of a latent that counts in comparisons, at most D. */
  int comparedWidth();

  /** How many futures it tells apart M; one for a model without a latent variable. */
  int futures();

  /**
   * Rolls every context out under its own actions into one of the futures.
   *
   * @param contexts [N, T, D], the newest latent last
   * @param actions raw units [N, T - 1 + S, K, A]: first the blocks executed between the context's
   *     frames, then those of the future
   * @param steps S, the blocks to look ahead
   * @param future 0 to M - 1; the same for all contexts
   * @return the predicted latents [N, S, D], the nearest first
   */
  float[] predict(float[] contexts, float[] actions, int steps, int future);
}
