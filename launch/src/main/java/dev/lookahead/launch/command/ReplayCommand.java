package dev.lookahead.launch.command;

import dev.lookahead.bridge.runlog.ReplayReport;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.DriveExperiment;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lookahead replay}. */
@Command(
    name = "replay",
    description = {
      "Makes the decisions of a recorded run again, from the frames in its log, and compares every",
      "action bit by bit. It ends with 1 if one differs."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead replay rehearsal",
      "  lookahead replay runs/drive-two-room-sim-20261121-103000"
    })
public final class ReplayCommand extends Verb {

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a drive or rehearsal.")
  private Path log = Path.of("");

  /** The verb in its context. */
  public ReplayCommand(LaunchContext context) {
    super(context);
  }

  private ReplayReport replay() throws IOException {
    return Replay.isDrive(log)
        ? Replay.drive(log, settings("drive", DriveExperiment.class))
        : Replay.rehearsal(log, settings("evaluation", EvaluationExperiment.class));
  }

  private <R extends Record> R settings(String presets, Class<R> type) {
    return context().presets().load(presets, Replay.config(log).toString(), List.of(), type);
  }

  @Override
  protected ExitCode run() throws IOException {
    ReplayReport report = replay();
    say(
        "replayed %d ticks, %d turns of the policy, %d actions sent"
            .formatted(report.ticks(), report.calls(), report.actions()));
    report.ended().ifPresent(why -> say("the policy could not be replayed to the end: " + why));
    say(report.difference().map(what -> "different: " + what).orElse("identical, bit for bit"));
    sayJson(report);
    return report.identical() ? ExitCode.OK : ExitCode.FAILURE;
  }
}
