package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandEngineTest {

  private final RecordedContext recorded = new RecordedContext();

  @Test
  void aRolloutIsMeasuredAgainstThePeakAndTheEagerEngine() {
    assertThat(bench("--quick", "--only", "rollout")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("512 x 10 blocks, width 64")
        .containsPattern("\\d+%")
        .containsPattern("\\d\\.\\d\\dx")
        .contains("512x192x768");
  }

  @Test
  void aWholePlanIsMeasured() {
    assertThat(bench("--quick", "--only", "plan")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("two-room, iCEM");
  }

  @Test
  void afterCtrlCNothingMoreIsMeasured() {
    recorded.interrupt();
    assertThat(bench("--quick", "--only", "rollout")).isEqualTo(ExitCode.INTERRUPTED.code());
    assertThat(recorded.out()).doesNotContain("512 x 10 blocks");
  }

  private int bench(String... arguments) {
    return new CommandLine(new BenchCommand(recorded.context())).execute(arguments);
  }
}
