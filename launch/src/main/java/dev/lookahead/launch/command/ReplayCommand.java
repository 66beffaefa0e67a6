package dev.lookahead.launch.command;

import dev.lookahead.bridge.runlog.ReplayReport;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.Rehearsal;
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
    footer = {"", "Examples:", "  lookahead replay rehearsal"})
public final class ReplayCommand extends Verb {

  @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log.")
  private Path log = Path.of("");

  /** The verb in its context. */
  public ReplayCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    EvaluationExperiment experiment =
        context()
            .presets()
            .load(
                "evaluation",
                Rehearsal.config(log).toString(),
                List.of(),
                EvaluationExperiment.class);
    ReplayReport report = Rehearsal.replay(log, experiment);
    say(
        "replayed %d ticks, %d turns of the policy, %d actions sent"
            .formatted(report.ticks(), report.calls(), report.actions()));
    report.ended().ifPresent(why -> say("the policy could not be replayed to the end: " + why));
    say(report.difference().map(what -> "different: " + what).orElse("identical, bit for bit"));
    sayJson(report);
    return report.identical() ? ExitCode.OK : ExitCode.FAILURE;
  }
}
