package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;

/** Makes sightings. All times are in milliseconds. */
final class Seen {

  private Seen() {}

  /** One pixel of a shade. */
  static Sighting of(long stamp, long receipt, int shade) {
    return new Sighting(
        Observation.of(new CameraFrame(1, 1, new byte[] {0, 0, (byte) shade}, nanos(stamp))),
        nanos(receipt));
  }

  /** A picture unlike those of other stamps, received when it was taken. */
  static Sighting at(long stamp) {
    return of(stamp, stamp, Math.toIntExact(stamp % 251));
  }

  static Observation feeling(float... values) {
    return new Observation(new CameraFrame(1, 1, new byte[3], 0), new Proprioception(values));
  }

  static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
