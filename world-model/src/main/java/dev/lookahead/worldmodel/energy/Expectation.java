package dev.lookahead.worldmodel.energy;

import java.util.Objects;

/** What a model expects after each of N contexts, ready to be held against what came. */
public final class Expectation {

  private final Energy energy;
  private final float[][] predictions;
  private final int width;
  private final int compared;

  /** Takes the predictions over: per future [N, D]. */
  Expectation(Energy energy, float[][] predictions, int width, int compared) {
    this.energy = energy;
    this.predictions = predictions;
    this.width = width;
    this.compared = compared;
  }

  /**
   * The energy of a target after a context.
   *
   * @param context its number
   * @param latents an array that holds the target
   * @param offset where the target begins in it
   */
  public float energy(int context, float[] latents, int offset) {
    return energy.over(energies(context, latents, offset));
  }

  /** The energy of a target for every future [M]; the arguments are those of {@link #energy}. */
  public float[] energies(int context, float[] latents, int offset) {
    Objects.checkFromIndexSize(offset, compared, latents.length);
    float[] energies = new float[predictions.length];
    for (int future = 0; future < energies.length; future++) {
      double sum = 0;
      for (int i = 0; i < compared; i++) {
        double difference = predictions[future][context * width + i] - latents[offset + i];
        sum += difference * difference;
      }
      energies[future] = (float) Math.sqrt(sum);
    }
    return energies;
  }
}
