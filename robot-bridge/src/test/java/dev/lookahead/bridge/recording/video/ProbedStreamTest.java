package dev.lookahead.bridge.recording.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.recording.TextMutation;
import dev.lookahead.worldmodel.episode.DataException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProbedStreamTest {

  private static final Path FILE = Path.of("a.mp4");
  private static final long MAX_BYTES = 1 << 20;

  private static final String ANSWER =
      """
      {"programs": [], "streams": [
        {"codec_name": "av1", "width": 640, "height": 480, "r_frame_rate": "30000/1001",
         "nb_frames": "118", "nb_read_packets": "120"}]}
      """;

  private static ProbedStream of(String answer) {
    return ProbedStream.of(FILE, ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void itSaysWhatTheStreamIs() {
    VideoFacts facts = of(ANSWER).facts();
    assertThat(facts).isEqualTo(new VideoFacts("av1", 640, 480, 30_000 / 1001.0, 118));
    assertThat(of(ANSWER).packets()).isEqualTo(120);
  }

  @Test
  void whatAContainerDoesNotSayIsNegative() {
    ProbedStream terse = of(ANSWER.replace("nb_", "other_"));
    assertThat(terse.facts().frames()).isNegative();
    assertThat(terse.packets()).isNegative();
  }

  @Test
  void streamsThatAreNoVideoAreRefused() {
    assertThatThrownBy(() -> of("{\"streams\": []}"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no video in it");
    assertThatThrownBy(() -> of(ANSWER.replace("640", "100000")).facts())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 to 8192 pixels on each side, this has 100000x480");
    assertThatThrownBy(() -> of(ANSWER.replace("30000/1001", "0/0")).facts())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("more than 0 frames per second");
    assertThatThrownBy(() -> of("[".repeat(1000))).isInstanceOf(DataException.class);
  }

  @Test
  void damagedAnswersAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(1);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int readable = 0;
    for (int i = 0; i < RecordingFuzz.mutations(1); i++) {
      byte[] damaged = TextMutation.of(ANSWER.getBytes(StandardCharsets.UTF_8), random);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        ProbedStream stream = ProbedStream.of(FILE, ByteBuffer.wrap(damaged));
        stream.packets();
        assertThat(stream.facts().frameBytes()).isPositive();
        readable++;
      } catch (DataException refused) {
        assertThat(refused).hasMessageContaining("a.mp4");
      } catch (Throwable escaped) {
        throw new AssertionError("damage " + i, escaped);
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_BYTES);
    }
    assertThat(readable).isPositive();
  }
}
