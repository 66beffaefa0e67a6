package dev.lookahead.launch.data;

import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Reads clips of four frames from anywhere in a recording and copies their pixels, as whoever
 * trains does. Thread: one at a time.
 */
final class RandomClips {

  private static final int CLIP_FRAMES = 4;
  private static final int CLIPS_BETWEEN_LOOKS_AT_THE_CLOCK = 16;

  private final EpisodeSource source;
  private final List<Integer> possible;
  private final SplittableRandom random;
  private final LongSupplier nanos;
  private ByteBuffer batch = ByteBuffer.allocate(0);

  /** Clips of the episodes that are long enough. */
  RandomClips(EpisodeSource source, SplittableRandom random, LongSupplier nanos) {
    this.source = source;
    this.random = random;
    this.nanos = nanos;
    this.possible =
        IntStream.range(0, source.size())
            .filter(number -> source.length(number) >= CLIP_FRAMES)
            .boxed()
            .toList();
  }

  /** Reads so many clips, or for so long, and says how many that was in a second. */
  double perSecond(long most, double seconds) {
    long began = nanos.getAsLong();
    long clips = 0;
    while (clips < most && since(began) < seconds) {
      for (int i = 0; i < CLIPS_BETWEEN_LOOKS_AT_THE_CLOCK && clips < most; i++, clips++) {
        int number = possible.get(random.nextInt(possible.size()));
        int start = random.nextInt(source.length(number) - CLIP_FRAMES + 1);
        copy(source.clip(number, start, CLIP_FRAMES));
      }
    }
    return clips / since(began);
  }

  /** A clip of mapped memory has not been read before somebody copies it. */
  private void copy(Episode clip) {
    ByteBuffer frames = clip.frames();
    if (batch.capacity() < frames.remaining()) {
      batch = ByteBuffer.allocate(frames.remaining());
    }
    batch.clear().put(frames);
  }

  /** Reads all episodes in order. */
  void all() {
    for (int number = 0; number < source.size(); number++) {
      copy(source.episode(number));
    }
  }

  /** Reads clips for so long on a thread for each reader, and says how many that was together. */
  static double perSecond(List<RandomClips> readers, double seconds) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(readers.size());
    try {
      List<Callable<Double>> tasks =
          readers.stream()
              .map(reader -> (Callable<Double>) () -> reader.perSecond(Long.MAX_VALUE, seconds))
              .toList();
      double sum = 0;
      for (Future<Double> task : executor.invokeAll(tasks)) {
        sum += task.get();
      }
      return sum;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private double since(long began) {
    return Math.max(1e-9, (nanos.getAsLong() - began) / 1e9);
  }
}
