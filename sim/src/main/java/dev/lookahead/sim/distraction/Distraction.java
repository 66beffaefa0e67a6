package dev.lookahead.sim.distraction;

/**
 * What is drawn besides the world.
 *
 * @param texture how far the texture darkens a pixel at most, in [0, 1]; zero for none
 * @param discs how many discs drift about, 0 to 64
 * @param discRadius of a disc, as a share of the frame's width, in (0, 0.5]
 * @param speed of a disc in frame widths per simulated second, finite and at least 0
 * @param seed of texture, colours, courses
 */
public record Distraction(float texture, int discs, float discRadius, float speed, long seed) {

  /** Checks every range. */
  public Distraction {
    if (!(texture >= 0 && texture <= 1)) {
      throw new IllegalArgumentException("texture must be in [0, 1], got " + texture);
    }
    if (discs < 0 || discs > 64) {
      throw new IllegalArgumentException("discs must be 0 to 64, got " + discs);
    }
    if (!(discRadius > 0 && discRadius <= 0.5f)) {
      throw new IllegalArgumentException("discRadius must be in (0, 0.5], got " + discRadius);
    }
    if (!(speed >= 0 && Float.isFinite(speed))) {
      throw new IllegalArgumentException("speed must be finite and at least 0, got " + speed);
    }
  }

  /** A texture of at most 60 %, four discs about as large as the robot. */
  public static Distraction defaults() {
    return new Distraction(0.6f, 4, 0.05f, 0.5f, 1);
  }
}
