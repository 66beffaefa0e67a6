package dev.lookahead.worldmodel;

/**
 * What a world model expects and accepts.
 *
 * @param frameWidth width of the camera frames in pixels
 * @param frameHeight height of the camera frames in pixels
 * @param contextFrames T, the observations a history must hold
 * @param blockSteps K, the environment steps of one action block; horizons are multiples of it
 * @param proprioceptionSize the length of the proprioception vector, zero if the model only sees
 * @param actionSpace the commands it was trained with
 */
public record WorldModelSpec(
    int frameWidth,
    int frameHeight,
    int contextFrames,
    int blockSteps,
    int proprioceptionSize,
    ActionSpace actionSpace) {

  /** Checks that every count is at least one (proprioception: zero). */
  public WorldModelSpec {
    if (frameWidth < 1
        || frameHeight < 1
        || contextFrames < 1
        || blockSteps < 1
        || proprioceptionSize < 0) {
      throw new IllegalArgumentException(
          "frame sides, context frames and block steps are at least 1 and proprioception at least 0, got "
              + frameWidth
              + ", "
              + frameHeight
              + ", "
              + contextFrames
              + ", "
              + blockSteps
              + ", "
              + proprioceptionSize);
    }
  }

  /**
   * Refuses a history this model was not made for.
   *
   * @throws IllegalArgumentException naming what was expected and what was found
   */
  public void check(History history) {
    if (history.observations().size() != contextFrames) {
      throw new IllegalArgumentException(
          "this model needs a history of "
              + contextFrames
              + " observations, got "
              + history.observations().size());
    }
    for (Observation observation : history.observations()) {
      check(observation.frame());
      if (observation.proprioception().size() != proprioceptionSize) {
        throw new IllegalArgumentException(
            "this model needs "
                + proprioceptionSize
                + " proprioceptive values, got "
                + observation.proprioception().size());
      }
    }
    for (ActionBlock block : history.executed()) {
      if (block.steps() != blockSteps || block.actions().get(0).size() != actionSpace.size()) {
        throw new IllegalArgumentException(
            "this model needs action blocks ["
                + blockSteps
                + ", "
                + actionSpace.size()
                + "], got ["
                + block.steps()
                + ", "
                + block.actions().get(0).size()
                + "]");
      }
    }
  }

  /** Refuses a frame of another size. */
  public void check(CameraFrame frame) {
    if (frame.width() != frameWidth || frame.height() != frameHeight) {
      throw new IllegalArgumentException(
          "this model needs "
              + frameWidth
              + "x"
              + frameHeight
              + " frames, got "
              + frame.width()
              + "x"
              + frame.height());
    }
  }
}
