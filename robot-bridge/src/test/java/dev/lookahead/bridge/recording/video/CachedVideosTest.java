package dev.lookahead.bridge.recording.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedVideosTest {

  private static final Path FILE = Path.of("a.mp4");
  private static final int FRAME_BYTES = 12;
  private static final int LENGTH = 10;

  private final ShortVideos decoder = new ShortVideos();
  private final CachedVideos videos =
      new CachedVideos(decoder, 4 * FRAME_BYTES, 2 * 4 * FRAME_BYTES);

  /** Videos of ten frames, 2x2, each its own number; remembers what it was asked for. */
  private static final class ShortVideos implements VideoReader {

    private final List<String> asked = new ArrayList<>();

    @Override
    public VideoFacts facts(Path file) {
      asked.add("facts of " + file);
      return new VideoFacts("h264", 2, 2, 10, LENGTH);
    }

    @Override
    public long countFrames(Path file) {
      return LENGTH;
    }

    @Override
    public int readUpTo(Path file, VideoFacts facts, long first, int most, ByteBuffer into) {
      asked.add("%s from %d, %d".formatted(file, first, most));
      int frames = (int) Math.max(0, Math.min(most, LENGTH - first));
      for (int i = 0; i < frames * FRAME_BYTES; i++) {
        into.put((byte) (first + i / FRAME_BYTES));
      }
      return frames;
    }
  }

  private List<Integer> read(Path file, long first, int frames) {
    ByteBuffer pixels = ByteBuffer.allocate(frames * FRAME_BYTES);
    videos.read(file, new VideoFacts("h264", 2, 2, 10, LENGTH), first, frames, pixels);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      numbers.add((int) pixels.get(i * FRAME_BYTES));
    }
    return numbers;
  }

  @Test
  void clipsOfOneSpanDecodeItOnce() {
    assertThat(read(FILE, 1, 2)).containsExactly(1, 2);
    assertThat(read(FILE, 2, 2)).containsExactly(2, 3);
    assertThat(decoder.asked).containsExactly("a.mp4 from 0, 4");
  }

  @Test
  void aClipAcrossTwoSpansHasTheFramesOfBoth() {
    assertThat(read(FILE, 3, 3)).containsExactly(3, 4, 5);
    assertThat(decoder.asked).containsExactly("a.mp4 from 0, 4", "a.mp4 from 4, 4");
  }

  @Test
  void clipsLongerThanASpanAreDecodedAtOnceAndNotKept() {
    assertThat(read(FILE, 1, 6)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read(FILE, 1, 6)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(decoder.asked).containsExactly("a.mp4 from 1, 6", "a.mp4 from 1, 6");
  }

  @Test
  void theSpanUsedLongestAgoMakesRoom() {
    Path other = Path.of("b.mp4");
    read(FILE, 0, 2);
    read(FILE, 4, 2);
    read(FILE, 0, 2);
    read(other, 0, 2);
    decoder.asked.clear();
    read(FILE, 0, 2);
    read(other, 0, 2);
    assertThat(decoder.asked).isEmpty();
    read(FILE, 4, 2);
    assertThat(decoder.asked).containsExactly("a.mp4 from 4, 4");
  }

  @Test
  void theLastFramesAreReadAndThoseAfterThemRefused() {
    assertThat(read(FILE, 8, 2)).containsExactly(8, 9);
    assertThatThrownBy(() -> read(FILE, 8, 4))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there should be 4 frames from frame 8 on, there are 2");
  }

  @Test
  void aFileIsAskedOnceWhatItIs() {
    assertThat(videos.facts(FILE)).isEqualTo(videos.facts(FILE));
    assertThat(decoder.asked).containsExactly("facts of a.mp4");
  }
}
