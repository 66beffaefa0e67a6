package dev.lookahead.worldmodel.episode;

/**
 * The form of a training clip: F frames spaced K steps apart, with the K actions between each two.
 *
 * @param frames F, at least 1
 * @param blockSteps K, the environment steps from frame to frame (frameskip), at least 1
 * @param maxGoalSteps if positive, each clip comes with a goal frame drawn uniformly from the 1 to
 *     {@code maxGoalSteps} steps after its first frame, as far as its episode lasts; zero for none
 */
public record ClipSpec(int frames, int blockSteps, int maxGoalSteps) {

  /** Checks the ranges. */
  public ClipSpec {
    if (frames < 1 || blockSteps < 1 || maxGoalSteps < 0) {
      throw new IllegalArgumentException(
          "a clip has at least 1 frame, blocks of at least 1 step and a goal at least 0 steps away,"
              + " got %d, %d and %d".formatted(frames, blockSteps, maxGoalSteps));
    }
    if ((frames - 1L) * blockSteps > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a clip spans at most %d steps, got %d blocks of %d"
              .formatted(Integer.MAX_VALUE, frames - 1, blockSteps));
    }
  }

  /** Clips without goals. */
  public static ClipSpec of(int frames, int blockSteps) {
    return new ClipSpec(frames, blockSteps, 0);
  }

  /** The same clips with goals at most so many steps after the first frame. */
  public ClipSpec withGoal(int maxSteps) {
    return new ClipSpec(frames, blockSteps, maxSteps);
  }

  /** The same clips with goals from the whole rest of the episode. */
  public ClipSpec withGoal() {
    return withGoal(Integer.MAX_VALUE);
  }

  /** Whether clips come with goals. */
  public boolean hasGoal() {
    return maxGoalSteps > 0;
  }

  /** The steps from the first frame to the last, (F-1) K. */
  public int span() {
    return (frames - 1) * blockSteps;
  }

  /** How many steps of an episode of T frames a clip can start at. */
  public int starts(int length) {
    return Math.max(0, length - Math.max(span(), hasGoal() ? 1 : 0));
  }
}
