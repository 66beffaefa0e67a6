package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead rehearse}. */
@Command(
    name = "rehearse",
    description = {
      "Runs the control loop of a robot, guard and log included, on a simulated robot that does not",
      "wait. The log can be replayed."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead rehearse two-room --log rehearsal",
      "  lookahead rehearse two-room --log quick --seconds 3 control.mpc.budgetNanos=40000000",
      "  lookahead replay rehearsal"
    })
public final class RehearseCommand extends Verb {

  @Parameters(index = "0", paramLabel = "PRESET", description = "A preset, or a .yaml file.")
  private String preset = "";

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "Settings to change.")
  private List<String> settings = List.of();

  @Option(
      names = "--log",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the log is written; must not hold one.")
  private Path log = Path.of("");

  @Option(
      names = "--hertz",
      paramLabel = "HZ",
      defaultValue = "10",
      description = "Commands per second (default: ${DEFAULT-VALUE}).")
  private int hertz = 10;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "How long, in the robot's time (default: ${DEFAULT-VALUE}).")
  private double seconds = 10;

  /** The verb in its context. */
  public RehearseCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    EvaluationExperiment experiment =
        context().presets().load("evaluation", preset, settings, EvaluationExperiment.class);
    Rehearsal.Outcome outcome =
        Rehearsal.run(
            experiment,
            log,
            hertz,
            seconds,
            context().interrupt()::requested,
            context().nanos(),
            why -> context().terminal().err().println("recording stopped: " + why));
    say(
        outcome.reachedSeconds().isPresent()
            ? String.format(
                Locale.ROOT,
                "reached the goal after %.1f s",
                outcome.reachedSeconds().getAsDouble())
            : "did not reach the goal");
    say("%d commands, at the end %s".formatted(outcome.ticks(), outcome.state()));
    say("log  " + log);
    sayJson(outcome);
    return context().interrupt().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }
}
