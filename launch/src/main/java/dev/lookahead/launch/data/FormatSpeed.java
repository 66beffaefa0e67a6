package dev.lookahead.launch.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * How fast one form of a recording is.
 *
 * @param format its name
 * @param bytes on disk
 * @param bytesPerFrame on disk, everything counted
 * @param writtenPerSecond frames written on one thread, the final commit included
 * @param openSeconds until it can be read
 * @param firstClipsPerSecond the first 32 random clips after opening, on one thread; programs and
 *     caches of the reader are cold, that of the system only if it was made to forget
 * @param pixelMegabytesPerSecond pixels, when all episodes are then read in order on one thread
 * @param clipsPerSecond random clips after all that, on all threads together
 */
public record FormatSpeed(
    String format,
    long bytes,
    double bytesPerFrame,
    double writtenPerSecond,
    double openSeconds,
    double firstClipsPerSecond,
    double pixelMegabytesPerSecond,
    double clipsPerSecond) {

  private static final int FIRST_CLIPS = 32;

  /**
   * Writes a recording in a form and reads it again.
   *
   * @param path where it is written; must not exist
   * @param seconds how long clips are read in the end
   * @param threads that read them, each with the recording opened for itself
   * @param beforeReading is done once when the recording is written
   */
  public static FormatSpeed measure(
      RecordingFormat format,
      EpisodeSource source,
      Path path,
      double seconds,
      int threads,
      Forgetting beforeReading,
      LongSupplier nanos)
      throws IOException, InterruptedException {
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
    beforeReading.forget();
    long opening = nanos.getAsLong();
    try (EpisodeSource written = format.open(path, RecordingMapping.defaults())) {
      double opened = since(opening, nanos);
      RandomClips clips = new RandomClips(written, new SplittableRandom(1), nanos);
      double first = clips.perSecond(FIRST_CLIPS, Double.MAX_VALUE);
      long reading = nanos.getAsLong();
      clips.all();
      double all = since(reading, nanos);
      double warm = warm(format, path, clips, seconds, threads, nanos);
      long bytes = DiskUsage.bytes(path);
      return new FormatSpeed(
          format.name(),
          bytes,
          bytes / (double) frames,
          frames / writing,
          opened,
          first,
          frames * (double) source.spec().frameBytes() / all / 1e6,
          warm);
    }
  }

  /** Random clips when everything was read once, by every thread. */
  private static double warm(
      RecordingFormat format,
      Path path,
      RandomClips first,
      double seconds,
      int threads,
      LongSupplier nanos)
      throws InterruptedException {
    List<EpisodeSource> sources = new ArrayList<>();
    try {
      List<RandomClips> readers = new ArrayList<>(List.of(first));
      SplittableRandom seeds = new SplittableRandom(2);
      while (readers.size() < threads) {
        EpisodeSource source = format.open(path, RecordingMapping.defaults());
        sources.add(source);
        RandomClips reader = new RandomClips(source, seeds.split(), nanos);
        reader.all();
        readers.add(reader);
      }
      return RandomClips.perSecond(readers, seconds);
    } finally {
      sources.forEach(EpisodeSource::close);
    }
  }

  /** Makes the system forget the files it has read and written. */
  public interface Forgetting {
    /** Does that, or nothing where files may stay in memory. */
    void forget() throws IOException, InterruptedException;
  }

  private static double since(long began, LongSupplier nanos) {
    return Math.max(1e-9, (nanos.getAsLong() - began) / 1e9);
  }
}
