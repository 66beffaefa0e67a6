package dev.lookahead.worldmodel.energy;

/**
 * How incompatible a context and a target are: low for what a model holds possible, high for what
 * it does not.
 *
 * <p>For one value of the latent variable it is the Euclidean distance between prediction and
 * target in the compared part, E(x, y, z) = ||Pred(x, z) - y||. z is then marginalised to the free
 * energy F(x, y) = -1/beta log mean_z exp(-beta E(x, y, z)), over z drawn from its prior; as beta
 * grows it becomes the minimum E(x, y) = min_z E(x, y, z) (LeCun 2022, section 4.2; LeCun et al.
 * 2006, "A tutorial on energy-based learning"). Without a latent variable both are the distance to
 * the one prediction.
 *
 * @param beta the inverse temperature, above zero; infinite for the minimum
 */
public record Energy(float beta) {

  /** Checks the range. */
  public Energy {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta is above zero, got " + beta);
    }
  }

  /** The energy of the z that fits best. */
  public static Energy minimum() {
    return new Energy(Float.POSITIVE_INFINITY);
  }

  /**
   * What a model expects one block after each of some contexts.
   *
   * @param contexts [N, T, D], the newest latent last
   * @param actions raw units [N, T, K, A]
   */
  public Expectation expect(FuturePredictor model, float[] contexts, float[] actions) {
    float[][] predictions = new float[model.futures()][];
    for (int future = 0; future < predictions.length; future++) {
      predictions[future] = model.predict(contexts, actions, 1, future);
    }
    return new Expectation(this, predictions, model.latentWidth(), model.comparedWidth());
  }

  /** From one energy per z [M], drawn from the prior, to one in all. */
  public float over(float[] energies) {
    float least = Float.POSITIVE_INFINITY;
    for (float energy : energies) {
      if (Float.isNaN(energy)) {
        return Float.NaN;
      }
      least = Math.min(least, energy);
    }
    if (energies.length == 1 || beta == Float.POSITIVE_INFINITY || Float.isInfinite(least)) {
      return least;
    }
    double sum = 0;
    for (float energy : energies) {
      sum += StrictMath.exp(-beta * ((double) energy - least));
    }
    return (float) (least - StrictMath.log(sum / energies.length) / beta);
  }
}
