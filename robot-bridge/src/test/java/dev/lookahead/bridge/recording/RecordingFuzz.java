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

/** Reads a recording of which one file is damaged again and again. */
public final class RecordingFuzz {

  private static final int MUTATIONS = Integer.getInteger("fuzz.recordings", 2_000);

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
   * may.
   *
   * @return how many of the damaged recordings could be read to their end
   */
  public int damage(Path file, int times, long seed, long maxBytesEach) throws IOException {
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(seed);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int readable = 0;
    for (int i = 0; i < times; i++) {
      Files.write(file, Mutation.of(good, random));
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        readable += isReadable();
      } catch (Throwable escaped) {
        throw new AssertionError("damage " + i + " of " + file, escaped);
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for damage %d of %s", i, file)
          .isLessThan(maxBytesEach);
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
