package dev.lookahead.bridge.recording.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's h5py, which stable-worldmodel reads and writes with. */
class Hdf5PeerTest {

  private static final String SCRIPT = "h5py_peer.py";

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requirePython("h5py", "python3-h5py");
  }

  @Test
  void h5pyReadsWhatWeWrite() throws IOException {
    Path file = RoundTrips.write(new Hdf5Format(), directory.resolve("ours.h5"));
    String described =
        PeerProgram.python(directory, getClass(), SCRIPT, "describe", file.toString());
    assertThat(described.lines())
        .contains(
            "ep_len int32 [3] 16.0",
            "ep_offset int64 [3] 12.0",
            "seed int64 [16] 20.0",
            "policy int32 [16] 0.0",
            "last action is nan True")
        .anyMatch(line -> line.startsWith("pixels uint8 [16, 6, 8, 3] "))
        .anyMatch(line -> line.startsWith("action float32 [16, 2] "))
        .anyMatch(line -> line.startsWith("state float32 [16, 3] "))
        .anyMatch(line -> line.startsWith("proprio float32 [16, 1] "))
        .anyMatch(line -> line.startsWith("stamp_ns int64 [16] "));
    assertThat(sum(described, "pixels")).isEqualTo(pixelSum(file));
  }

  private static double sum(String described, String column) {
    String line =
        described.lines().filter(text -> text.startsWith(column + " ")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
  }

  private static double pixelSum(Path file) {
    double sum = 0;
    try (EpisodeSource source = new Hdf5Format().open(file, RecordingMapping.defaults())) {
      for (int episode = 0; episode < source.size(); episode++) {
        var frames = source.episode(episode).frames();
        while (frames.hasRemaining()) {
          sum += Byte.toUnsignedInt(frames.get());
        }
      }
    }
    return sum;
  }

  @Test
  void weReadWhatStableWorldmodelWrites() {
    Path file = directory.resolve("theirs.h5");
    PeerProgram.python(directory, getClass(), SCRIPT, "write", file.toString());
    assertThat(new Hdf5Format().check(file)).isEmpty();
    try (EpisodeSource source = new Hdf5Format().open(file, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(2);
      assertThat(source.spec().actionSpace().axis(1).low()).isEqualTo(-5);
      assertThat(source.spec().actionSpace().axis(1).high()).isEqualTo(0);
      Episode second = source.episode(1);
      assertThat(second.length()).isEqualTo(3);
      assertThat(second.action(1).toArray()).containsExactly(2.5f, -5);
      assertThat(second.observation(2).proprioception().toArray()).containsExactly(6.25f, 12);
      assertThat(second.state(2)).containsExactly(6, 7, 8);
      assertThat(second.frame(1).sample(3, 2, 1)).isEqualTo(5 * 20 + 2 * 9 + 3 * 2 + 1);
    }
  }
}
