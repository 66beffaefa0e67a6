package dev.lookahead.launch.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * How fast one form of a recording is, on one thread.
 *
 * @param format its name
 * @param bytes on disk
 * @param bytesPerFrame on disk, everything counted
 * @param writtenPerSecond frames written, the final commit included
 * @param openSeconds until it can be read
 * @param firstClipsPerSecond the first 32 random clips after opening, programs and caches still
 *     cold; the system's file cache is warm, since the file was just written
 * @param clipsPerSecond random clips after that
 * @param pixelMegabytesPerSecond pixels, when all episodes are read in order
 */
public record FormatSpeed(
    String format,
    long bytes,
    double bytesPerFrame,
    double writtenPerSecond,
    double openSeconds,
    double firstClipsPerSecond,
    double clipsPerSecond,
    double pixelMegabytesPerSecond) {

  private static final int CLIP_FRAMES = 4;
  private static final int FIRST_CLIPS = 32;

  /**
   * Writes a recording in a form and reads it again.
   *
   * @param path where it is written; must not exist
   * @param seconds how long clips are read
   */
  public static FormatSpeed measure(
      RecordingFormat format, EpisodeSource source, Path path, double seconds, LongSupplier nanos)
      throws IOException {
    long frames = 0;
    long began = nanos.getAsLong();
    try (EpisodeSink sink = format.create(path, source.spec())) {
      for (int number = 0; number < source.size(); number++) {
        Episode episode = source.episode(number);
        frames += episode.length();
        sink.append(episode);
      }
      sink.commit();
    }
    double writing = since(began, nanos);
    long opening = nanos.getAsLong();
    try (EpisodeSource written = format.open(path, RecordingMapping.defaults())) {
      double opened = since(opening, nanos);
      SplittableRandom random = new SplittableRandom(1);
      double first = clipsPerSecond(written, random, FIRST_CLIPS, Double.MAX_VALUE, nanos);
      double warm = clipsPerSecond(written, random, Long.MAX_VALUE, seconds, nanos);
      long reading = nanos.getAsLong();
      for (int number = 0; number < written.size(); number++) {
        written.episode(number);
      }
      double all = since(reading, nanos);
      long bytes = DiskUsage.bytes(path);
      return new FormatSpeed(
          format.name(),
          bytes,
          bytes / (double) frames,
          frames / writing,
          opened,
          first,
          warm,
          frames * (double) source.spec().frameBytes() / all / 1e6);
    }
  }

  private static double clipsPerSecond(
      EpisodeSource source,
      SplittableRandom random,
      long most,
      double seconds,
      LongSupplier nanos) {
    List<Integer> possible =
        Stream.iterate(0, i -> i < source.size(), i -> i + 1)
            .filter(number -> source.length(number) >= CLIP_FRAMES)
            .toList();
    long clips = 0;
    long began = nanos.getAsLong();
    while (clips < most && since(began, nanos) < seconds) {
      int number = possible.get(random.nextInt(possible.size()));
      int start = random.nextInt(source.length(number) - CLIP_FRAMES + 1);
      source.clip(number, start, CLIP_FRAMES);
      clips++;
    }
    return clips / since(began, nanos);
  }

  private static double since(long began, LongSupplier nanos) {
    return Math.max(1e-9, (nanos.getAsLong() - began) / 1e9);
  }
}
