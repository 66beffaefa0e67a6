package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;

/**
 * An observation and when it arrived.
 *
 * @param observation with a stamp on the clock of its source
 * @param receiptNanos when it was complete here, on the monotonic clock of this machine
 */
public record Sighting(Observation observation, long receiptNanos) {

  /** What the two clocks differ by, transport included. Meaningful only in comparison. */
  long offsetNanos() {
    return receiptNanos - observation.stampNanos();
  }

  /** Whether another sighting shows the same picture, whatever its stamp. */
  boolean samePixels(Sighting other) {
    CameraFrame mine = observation.frame();
    CameraFrame others = other.observation.frame();
    return mine.width() == others.width() && mine.rgb().equals(others.rgb());
  }
}
