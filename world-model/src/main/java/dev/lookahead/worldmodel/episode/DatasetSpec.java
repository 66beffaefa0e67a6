package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;

/**
 * What all episodes of a dataset have in common.
 *
 * @param world the robot or world they were recorded in, for example {@code two-room}
 * @param frameWidth pixels, 1 to 8192
 * @param frameHeight pixels, 1 to 8192
 * @param framePeriodNanos the nominal time between frames, which is that of one action
 * @param actionSpace the commands
 * @param states the true state, for probes and evaluation, never shown to a model; empty if unknown
 * @param proprioception what the robot feels of itself; empty if it only sees
 */
public record DatasetSpec(
    String world,
    int frameWidth,
    int frameHeight,
    long framePeriodNanos,
    ActionSpace actionSpace,
    List<SignalAxis> states,
    List<SignalAxis> proprioception) {

  private static final int MAX_SIDE = 8192;

  /** Copies the lists and checks the ranges. */
  public DatasetSpec {
    states = List.copyOf(states);
    proprioception = List.copyOf(proprioception);
    if (frameWidth < 1 || frameHeight < 1 || frameWidth > MAX_SIDE || frameHeight > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a frame is 1 to %d pixels on each side, got %dx%d"
              .formatted(MAX_SIDE, frameWidth, frameHeight));
    }
    if (framePeriodNanos < 1) {
      throw new IllegalArgumentException(
          "the frame period is at least 1 ns, got " + framePeriodNanos);
    }
  }

  /** The same with another size of frames. */
  public DatasetSpec resizedTo(int width, int height) {
    return new DatasetSpec(
        world, width, height, framePeriodNanos, actionSpace, states, proprioception);
  }

  /** The bytes of one frame, H x W x 3. */
  public int frameBytes() {
    return frameHeight * frameWidth * 3;
  }

  /** The length of an action, A. */
  public int actionSize() {
    return actionSpace.size();
  }

  /** The length of a state vector, S. */
  public int stateSize() {
    return states.size();
  }

  /** The length of a proprioception vector, P. */
  public int proprioceptionSize() {
    return proprioception.size();
  }
}
