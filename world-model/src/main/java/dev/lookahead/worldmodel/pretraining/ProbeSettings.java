package dev.lookahead.worldmodel.pretraining;

import java.util.List;

/**
 * How frozen tokens are asked what they know.
 *
 * @param quantities names of the state axes that are read
 * @param stride every so many frames of an episode one is used
 * @param neighbours of the nearest-neighbours probe
 * @param epochs of the attentive probe
 * @param learningRate of the attentive probe
 * @param resamples of the bootstrap over episodes
 * @param seed of the attentive probe and the bootstrap
 */
public record ProbeSettings(
    List<String> quantities,
    int stride,
    int neighbours,
    int epochs,
    float learningRate,
    int resamples,
    long seed) {

  /** Copies the list and checks the ranges. */
  public ProbeSettings {
    quantities = List.copyOf(quantities);
    if (quantities.isEmpty() || stride < 1 || neighbours < 1 || epochs < 1 || resamples < 1) {
      throw new IllegalArgumentException(
          "quantities, stride, neighbours, epochs and resamples are at least 1, got %d, %d, %d, %d and %d"
              .formatted(quantities.size(), stride, neighbours, epochs, resamples));
    }
    if (!(learningRate > 0 && learningRate < 1)) {
      throw new IllegalArgumentException("learningRate must be in (0, 1), got " + learningRate);
    }
  }

  /** Position, from every third frame. */
  public static ProbeSettings defaults() {
    return new ProbeSettings(List.of("x", "y"), 3, 5, 20, 2e-3f, 1000, 1);
  }
}
