package dev.lookahead.worldmodel.evaluation.rollout;

/**
 * What is measured per episode. Two evaluations can be compared or merged only if these are equal.
 *
 * @param startsPerEpisode rollouts per episode, from starts spread evenly, 1 to 256
 * @param blocksAhead how far each rollout goes, in action blocks, 1 to 256
 * @param candidates random actions with which a recorded one is compared, 1 to 4096
 * @param landscapeSide points per axis of the energy landscape, odd, 3 to 41
 * @param samplesPerEpisode frames per episode whose latents are kept for geometry and probes, 4 to
 *     256; fewer if latents are wide, see {@link #samplesKept}
 * @param seed of everything drawn
 */
public record RolloutSettings(
    int startsPerEpisode,
    int blocksAhead,
    int candidates,
    int landscapeSide,
    int samplesPerEpisode,
    long seed) {

  /** 64 MiB of float32; what is made of them takes several times as much. */
  private static final int MAX_VALUES_KEPT = 1 << 24;

  /** Checks the ranges. */
  public RolloutSettings {
    require("startsPerEpisode", startsPerEpisode, 1, 256);
    require("blocksAhead", blocksAhead, 1, 256);
    require("candidates", candidates, 1, 4096);
    require("landscapeSide", landscapeSide, 3, 41);
    require("samplesPerEpisode", samplesPerEpisode, 4, 256);
    if (landscapeSide % 2 == 0) {
      throw new IllegalArgumentException(
          "landscapeSide is odd, so that the recorded action is its middle, got " + landscapeSide);
    }
  }

  /**
   * How many frames of an episode are kept: those asked for, or as few as it takes for the latents
   * of all episodes to stay below {@value #MAX_VALUES_KEPT} values, but one of each.
   *
   * @param episodes how many are measured, at least one
   * @param width the values of the compared part of a latent
   */
  public int samplesKept(int episodes, int width) {
    long room = MAX_VALUES_KEPT / ((long) episodes * width);
    return (int) Math.max(1, Math.min(samplesPerEpisode, room));
  }

  private static void require(String setting, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s lies in %d to %d, got %d".formatted(setting, low, high, value));
    }
  }

  /** 8 starts, 10 blocks, 100 candidates, 21 x 21 points, 24 samples. */
  public static RolloutSettings defaults() {
    return new RolloutSettings(8, 10, 100, 21, 24, 0);
  }
}
