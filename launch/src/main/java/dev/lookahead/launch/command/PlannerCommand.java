package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.DriveExperiment;
import dev.lookahead.launch.wiring.PlannerProcess;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lookahead planner}, which only a drive starts. */
@Command(
    name = "planner",
    hidden = true,
    description = {
      "The planner of a drive with isolation=strict, in a process of its own: speaks a binary",
      "protocol on standard input and output. Started by the drive."
    },
    footer = {"", "Examples:", "  lookahead planner runs/drive-.../config.yaml"})
public final class PlannerCommand extends Verb {

  @Parameters(paramLabel = "CONFIG", description = "The config.yaml of the drive.")
  private Path config = Path.of("");

  /** The verb in its context. */
  public PlannerCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    DriveExperiment experiment =
        context().presets().load("drive", config.toString(), List.of(), DriveExperiment.class);
    // Whatever prints must not get between the messages.
    System.setOut(System.err);
    PlannerProcess.run(
        experiment,
        new BufferedInputStream(System.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        context().nanos());
    return ExitCode.OK;
  }
}
