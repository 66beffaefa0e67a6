package dev.lookahead.worldmodel;

/**
 * What the robot senses at one moment.
 *
 * @param frame the camera image; its stamp is the moment of the observation
 * @param proprioception the robot's own state at that moment, possibly empty
 */
public record Observation(CameraFrame frame, Proprioception proprioception) {

  /** An observation of a robot that only sees. */
  public static Observation of(CameraFrame frame) {
    return new Observation(frame, Proprioception.none());
  }

  /** When it was made, nanoseconds on the clock of its source. */
  public long stampNanos() {
    return frame.stampNanos();
  }
}
