package dev.lookahead.launch.command;

import dev.lookahead.launch.supervise.OwnProgram;
import dev.lookahead.launch.supervise.Supervisor;
import dev.lookahead.launch.terminal.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lookahead supervise}. */
@Command(
    name = "supervise",
    description = {
      "Runs 'lookahead drive' in a process of its own and starts it again when it crashes: within",
      "seconds, disarmed, at most three times in a minute; after that it is left stopped (exit code 7).",
      "Until the drive is back the robot's own command timeout holds the robot."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead supervise two-room-sim --arm",
      "  lookahead supervise diff-drive model=runs/train/model __name:=pilot"
    })
public final class SuperviseCommand extends Verb {

  private static final Duration BEFORE_RESTART = Duration.ofSeconds(1);

  @Parameters(arity = "1..*", paramLabel = "DRIVE", description = "Arguments of the drive.")
  private List<String> drive = new ArrayList<>();

  /** The verb in its context. */
  public SuperviseCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    Supervisor supervisor =
        new Supervisor(
            arguments -> {
              List<String> whole = Stream.concat(Stream.of("drive"), arguments.stream()).toList();
              return new ProcessBuilder(OwnProgram.command(List.of(), whole)).inheritIO().start();
            },
            BEFORE_RESTART,
            context().nanos(),
            this::say);
    int code = supervisor.run(drive, context().interrupt()::requested);
    return Arrays.stream(ExitCode.values())
        .filter(known -> known.code() == code)
        .findFirst()
        .orElse(ExitCode.FAILURE);
  }
}
