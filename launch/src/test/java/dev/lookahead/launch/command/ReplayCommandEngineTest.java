package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A rehearsal with the bundled model and a deadline, and its replay. */
class ReplayCommandEngineTest {

  private static final int A_TICK_IN_THE_MIDDLE = 12;

  @TempDir Path temporary;
  private final RecordedContext recorded = new RecordedContext();

  private int rehearse(Path log) throws Exception {
    RehearseCommand command = new RehearseCommand(recorded.context());
    new CommandLine(command)
        .parseArgs(
            "two-room",
            "control.planner.search.samples=16",
            "control.planner.search.elites=4",
            // A millisecond passes whenever the clock is looked at: some iterations fit, not all.
            "control.mpc.budgetNanos=20000000",
            "--seconds",
            "2",
            "--log",
            log.toString());
    return command.call();
  }

  private int replay(Path log) throws Exception {
    ReplayCommand command = new ReplayCommand(recorded.context());
    new CommandLine(command).parseArgs(log.toString());
    return command.call();
  }

  @Test
  void aRehearsalComesOutAgainBitForBitUntilItsLogIsChanged() throws Exception {
    Path log = temporary.resolve("log");

    assertThat(rehearse(log)).isEqualTo(ExitCode.OK.code());
    assertThat(replay(log)).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("replayed 20 ticks").endsWith("identical, bit for bit\n");

    Path lines = log.resolve("run.jsonl");
    List<String> changed = Files.readAllLines(lines);
    for (int i = A_TICK_IN_THE_MIDDLE; i < A_TICK_IN_THE_MIDDLE + 2; i++) {
      changed.set(i, changed.get(i).replaceFirst("\"sent\":\\[[^]]*]", "\"sent\":[0.1,0.9]"));
    }
    Files.write(lines, changed);

    assertThat(replay(log)).isEqualTo(ExitCode.FAILURE.code());
    assertThat(recorded.out()).contains("different: action of tick");
  }

  @Test
  void refusesAFolderWithoutALog() {
    assertThatThrownBy(() -> replay(temporary))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a recorded run has a config.yaml, there is none here");
  }
}
