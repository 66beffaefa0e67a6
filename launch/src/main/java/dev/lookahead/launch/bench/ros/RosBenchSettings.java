package dev.lookahead.launch.bench.ros;

import java.util.List;

/**
 * What to measure.
 *
 * @param streams one after the other
 * @param rounds in each of which every subscriber has its turn, 1 to 100
 * @param warmUpSeconds at the begin of a turn, not measured, 0 to 60
 * @param seconds of a turn that are measured, above 0 and at most 600
 * @param publisher of the streams; ours where roscpp's cannot be built
 * @param together whether all listen at the same time instead of taking turns
 */
public record RosBenchSettings(
    List<ImageStream> streams,
    int rounds,
    double warmUpSeconds,
    double seconds,
    PublisherLibrary publisher,
    boolean together) {

  /** Whose publisher. */
  public enum PublisherLibrary {
    /** That of the reference, which no subscriber here can be suspected to suit. */
    ROSCPP,
    /** Ours. */
    LOOKAHEAD
  }

  /** Copies the list, checks the ranges. */
  public RosBenchSettings {
    streams = List.copyOf(streams);
    if (rounds < 1 || rounds > 100) {
      throw new IllegalArgumentException("rounds must be 1 to 100, got " + rounds);
    }
    if (!(warmUpSeconds >= 0 && warmUpSeconds <= 60)) {
      throw new IllegalArgumentException("warmUpSeconds must be 0 to 60, got " + warmUpSeconds);
    }
    if (!(seconds > 0 && seconds <= 600)) {
      throw new IllegalArgumentException("seconds must be above 0 and at most 600, got " + seconds);
    }
  }

  /** A small camera at 60 Hz and a large one at 30 Hz, of roscpp; three rounds of five seconds. */
  public static RosBenchSettings defaults() {
    return new RosBenchSettings(
        List.of(new ImageStream(640, 480, 60), new ImageStream(1920, 1080, 30)),
        3,
        2,
        5,
        PublisherLibrary.ROSCPP,
        false);
  }
}
