package dev.lookahead.bridge.recording;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;

/**
 * Which parts of a recording become frame, action, proprioception and state.
 *
 * <p>A signal is named {@code source} or {@code source:part}. In a table (LeRobot, HDF5, CSV) the
 * source is a column and the part an index, {@code observation.state:0}; without a part it is the
 * whole column. In a ROS recording the source is a topic and the part a field, {@code
 * /cmd_vel:linear.x} or {@code /joint_states:position[2]}. {@link #NONE} instead of signals stands
 * for a vector that is not wanted.
 *
 * @param camera the column or topic of the images; empty for the format's own choice, which is
 *     refused where it is ambiguous
 * @param action the signals of the action vector, in order; empty for the format's own choice; for
 *     none there is one axis that stays zero
 * @param proprioception the signals of the proprioception vector; empty for the format's own choice
 * @param states the signals of the true state; empty for the format's own choice
 * @param rateHz frames per second of the episodes: recordings of independent clocks are resampled
 *     to it; zero for the rate of the recording
 * @param frameWidth pixels to which images are resized; zero for the size of the recording
 * @param frameHeight pixels to which images are resized; zero for the size of the recording
 */
public record RecordingMapping(
    String camera,
    List<String> action,
    List<String> proprioception,
    List<String> states,
    double rateHz,
    int frameWidth,
    int frameHeight) {

  /** In place of signals: what a recording of a camera alone does not have. */
  public static final List<String> NONE = List.of("none");

  private static final double MAX_RATE_HZ = 1000;
  private static final int MAX_SIDE = 8192;

  /** Copies the lists and checks the ranges. */
  public RecordingMapping {
    action = List.copyOf(action);
    proprioception = List.copyOf(proprioception);
    states = List.copyOf(states);
    if (!(rateHz >= 0 && rateHz <= MAX_RATE_HZ)) {
      throw new IllegalArgumentException(
          "rateHz is 0 (that of the recording) to %s, got %s".formatted(MAX_RATE_HZ, rateHz));
    }
    if (frameWidth < 0
        || frameHeight < 0
        || frameWidth > MAX_SIDE
        || frameHeight > MAX_SIDE
        || (frameWidth == 0) != (frameHeight == 0)) {
      throw new IllegalArgumentException(
          "frames are resized to 1 to %d pixels on both sides, or not at all (0 and 0), got %dx%d"
              .formatted(MAX_SIDE, frameWidth, frameHeight));
    }
  }

  /** Leaves everything to the format. */
  public static RecordingMapping defaults() {
    return new RecordingMapping("", List.of(), List.of(), List.of(), 0, 0, 0);
  }

  /** The action space of a recording without actions. */
  public static ActionSpace noActions() {
    return new ActionSpace(List.of(new ActionAxis("none", "1", -1, 1)));
  }

  /** The same camera without any vectors. */
  public RecordingMapping pixelsOnly() {
    return new RecordingMapping(camera, NONE, NONE, NONE, rateHz, frameWidth, frameHeight);
  }

  /** The same with another size of frames. */
  public RecordingMapping resizedTo(int width, int height) {
    return new RecordingMapping(camera, action, proprioception, states, rateHz, width, height);
  }

  /**
   * Whether all but the size of the frames is left to the recording. One that describes itself then
   * comes as it was written, with vectors that are not wanted.
   */
  public boolean choosesNothing() {
    return camera.isEmpty()
        && isUnchosen(action)
        && isUnchosen(proprioception)
        && isUnchosen(states)
        && rateHz == 0;
  }

  private static boolean isUnchosen(List<String> signals) {
    return signals.isEmpty() || signals.equals(NONE);
  }

  /** Whether images are resized. */
  public boolean resizes() {
    return frameWidth > 0;
  }
}
