package dev.lookahead.worldmodel.checkpoint;

/**
 * How a model's inputs are standardised before it sees them.
 *
 * @param action per action axis, in the units of the action space
 * @param proprioception per proprioceptive value, in the robot's units; no axes if it only sees
 * @param pixel per colour channel, of pixels scaled to [0, 1]
 */
public record Normalizers(Normalizer action, Normalizer proprioception, Normalizer pixel) {

  /** Refuses pixel statistics that are not for three channels. */
  public Normalizers {
    if (pixel.size() != 3) {
      throw new IllegalArgumentException("pixels have 3 channels, got " + pixel.size());
    }
  }
}
