package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NetworkFaultCommandTest {

  private final RecordedContext recorded = new RecordedContext();

  private int fault(String... arguments) throws Exception {
    NetworkFaultCommand command = new NetworkFaultCommand(recorded.context());
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command.call();
  }

  @Test
  void stopsBetweenTrialsWhenAsked() throws Exception {
    recorded.interrupt();

    assertThat(fault()).isEqualTo(ExitCode.INTERRUPTED.code());
    assertThat(recorded.out()).contains("F12  partition for 0.1 to 4 s");
  }
}
