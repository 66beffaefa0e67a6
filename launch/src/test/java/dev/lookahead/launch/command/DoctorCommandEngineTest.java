package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.terminal.ExitCode;
import org.junit.jupiter.api.Test;

class DoctorCommandEngineTest {

  @Test
  void theEngineOfThisBuildIsUsable() {
    RecordedContext recorded = new RecordedContext();

    ExitCode code = new DoctorCommand(recorded.context()).run();

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(recorded.out())
        .contains("PyTorch 2.7.1")
        .contains("loaded and multiplied without a network")
        .contains("This machine can run Lookahead.");
  }
}
