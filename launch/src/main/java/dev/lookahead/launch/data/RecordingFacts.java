package dev.lookahead.launch.data;

import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        bytes(source.location()));
  }

  private static long bytes(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }
}
