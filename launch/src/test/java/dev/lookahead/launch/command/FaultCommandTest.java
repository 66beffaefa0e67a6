package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaultCommandTest {

  private final RecordedContext recorded = new RecordedContext();

  private int fault(String... arguments) throws Exception {
    FaultCommand command = new FaultCommand(recorded.context());
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command.call();
  }

  @Test
  void everyFaultIsALineOfTheTable() throws Exception {
    assertThat(fault("--trials", "3", "--hertz", "10")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("F1   camera off for 0.1 to 5 s", "F10  the engine throws", " yes")
        .endsWith("Every promise was kept.\n");
  }

  @Test
  void aBrokenPromiseFailsTheVerbAndSaysWhat() throws Exception {
    // Once a second, every observation is stale when its command is due.
    assertThat(fault("none", "--trials", "2", "--hertz", "1")).isEqualTo(ExitCode.FAILURE.code());
    assertThat(recorded.out())
        .contains("NO, 0 of 2", "held for no reason: [STALE_OBSERVATION")
        .endsWith("Not every promise was kept.\n");
  }

  @Test
  void stopsBetweenTrialsWhenAsked() throws Exception {
    recorded.interrupt();

    assertThat(fault()).isEqualTo(ExitCode.INTERRUPTED.code());
  }
}
