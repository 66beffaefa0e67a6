package dev.lookahead.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.ros1.peer.Mutation;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Reads a recording of which one file is damaged again and again. */
public final class RecordingFuzz {

  private static final int MUTATIONS = Integer.getInteger("fuzz.recordings", 1_000);
  private static final long MAX_NANOS_EACH = 2_000_000_000L;

  private final RecordingFormat format;
  private final Path recording;
  private final RecordingMapping mapping;

  public RecordingFuzz(RecordingFormat format, Path recording) {
    this(format, recording, RecordingMapping.defaults());
  }

  public RecordingFuzz(RecordingFormat format, Path recording, RecordingMapping mapping) {
    this.format = format;
    this.recording = recording;
    this.mapping = mapping;
  }

  /** The usual number of damages, divided for formats whose readings are dear. */
  public static int mutations(int divisor) {
    return Math.max(1, MUTATIONS / divisor);
  }

  /**
   * Whatever the damage, the recording is read or refused, and no reading allocates more than it
   * may or computes for more than two seconds.
   *
   * @return how many of the damaged recordings could be read to their end
   */
  public int damage(Path file, int times, long seed, long maxBytesEach) throws IOException {
    return damage(file, times, seed, maxBytesEach, Mutation::of);
  }

  /** As {@link #damage}, of a file of text: its words are exchanged as well as its bytes. */
  public int damageText(Path file, int times, long seed, long maxBytesEach) throws IOException {
    return damage(file, times, seed, maxBytesEach, TextMutation::of);
  }

  private int damage(
      Path file,
      int times,
      long seed,
      long maxBytesEach,
      BiFunction<byte[], RandomGenerator, byte[]> mutation)
      throws IOException {
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(seed);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int readable = 0;
    for (int i = 0; i < times; i++) {
      Files.write(file, mutation.apply(good, random));
      long before = threads.getCurrentThreadAllocatedBytes();
      long began = threads.getCurrentThreadCpuTime();
      try {
        readable += isReadable();
      } catch (Throwable escaped) {
        throw new AssertionError("damage " + i + " of " + file, escaped);
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for damage %d of %s", i, file)
          .isLessThan(maxBytesEach);
      assertThat(threads.getCurrentThreadCpuTime() - began)
          .as("nanoseconds computed for damage %d of %s", i, file)
          .isLessThan(MAX_NANOS_EACH);
    }
    Files.write(file, good);
    return readable;
  }

  private int isReadable() {
    format.recognizes(recording);
    format.check(recording);
    try (EpisodeSource source = format.open(recording, mapping)) {
      for (int episode = 0; episode < Math.min(4, source.size()); episode++) {
        int length = source.length(episode);
        source.episode(episode);
        source.clip(episode, length - 2, 2);
      }
      return 1;
    } catch (DataException refused) {
      assertThat(refused).hasMessageContaining(recording.toString());
      return 0;
    }
  }
}
