package dev.lookahead.launch.data;

import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * A recording in one line.
 *
 * @param path where it is
 * @param format its form
 * @param world the robot or world
 * @param episodes how many
 * @param frames in all of them
 * @param seconds that all of them last
 * @param frameWidth in pixels
 * @param frameHeight in pixels
 * @param bytes on disk
 */
public record RecordingFacts(
    String path,
    String format,
    String world,
    int episodes,
    long frames,
    double seconds,
    int frameWidth,
    int frameHeight,
    long bytes) {

  /** Reads no pixels. */
  public static RecordingFacts of(String format, EpisodeSource source) throws IOException {
    DatasetSpec spec = source.spec();
    long frames = IntStream.range(0, source.size()).mapToLong(source::length).sum();
    return new RecordingFacts(
        source.location().toString(),
        format,
        spec.world(),
        source.size(),
        frames,
        (frames - source.size()) * spec.framePeriodNanos() / 1e9,
        spec.frameWidth(),
        spec.frameHeight(),
        DiskUsage.bytes(source.location()));
  }
}
