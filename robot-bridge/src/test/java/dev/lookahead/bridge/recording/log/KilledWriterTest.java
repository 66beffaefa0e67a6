package dev.lookahead.bridge.recording.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.mcap.McapFile;
import dev.lookahead.bridge.recording.rosbag.BagFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledWriterTest {

  private static final long SECOND = 1_000_000_000;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"mcap", "bag"})
  void killingTheWriterLosesAtMostTheLastSecondAndNeverTheFile(String format)
      throws IOException, InterruptedException {
    Path path = directory.resolve("killed." + format);
    Process recorder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessRecorder.class.getName(),
                format,
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Long> recorded = new ArrayList<>();
    try (BufferedReader lines = recorder.inputReader(StandardCharsets.UTF_8)) {
      while (recorded.isEmpty() || last(recorded) < SampleLog.START_NANOS + 1_700_000_000L) {
        recorded.add(Long.parseLong(lines.readLine()));
      }
      recorder.destroyForcibly().waitFor();
    }

    LogLimits limits = LogLimits.defaults();
    List<SampleLog.Seen> kept;
    try (MessageLog log =
        format.equals("bag") ? BagFile.open(path, limits) : McapFile.open(path, limits)) {
      kept = SampleLog.read(log);
    }

    assertThat(kept).isNotEmpty();
    List<Long> lost = recorded.subList(Math.min(kept.size(), recorded.size()), recorded.size());
    assertThat(lost.isEmpty() ? 0 : last(lost) - lost.get(0)).isLessThan(SECOND);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(kept.get(i).body()).isEqualTo(SampleLog.message(i).body());
    }
  }

  private static long last(List<Long> times) {
    return times.get(times.size() - 1);
  }
}
