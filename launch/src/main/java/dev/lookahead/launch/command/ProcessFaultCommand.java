package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.processfault.IsolationSuite;
import dev.lookahead.launch.processfault.ProcessSuite;
import dev.lookahead.launch.report.FaultTable;
import dev.lookahead.launch.report.Pictures;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.SimulatedWorld;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.fault.FaultOutcome;
import dev.lookahead.worldmodel.CameraFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;

/** {@code lookahead fault process}. */
@Command(
    name = "process",
    description = {
      "Stops, continues and kills the process that drives a simulated robot, and the planner of one",
      "with isolation=strict, with real signals, and says what the robot did. Needs no roscore; takes",
      "about three minutes."
    },
    footer = {"", "Examples:", "  lookahead fault process"})
public final class ProcessFaultCommand extends Verb {

  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final int HERTZ = 10;
  private static final FrameSize CAMERA = FrameSize.square(224);

  /** The verb in its context. */
  public ProcessFaultCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lookahead-fault-process");
    Path goal = goal(folder);
    ProcessSuite suite = new ProcessSuite(sources(), folder, goal);
    List<FaultOutcome> outcomes = new ArrayList<>();
    say(FaultTable.heading());
    for (Duration pause : PAUSES) {
      if (!context().interrupt().requested()) {
        tell(suite.pause(pause), outcomes);
      }
    }
    if (!context().interrupt().requested()) {
      suite.crash().forEach(outcome -> tell(outcome, outcomes));
    }
    if (!context().interrupt().requested()) {
      Path strict = Files.createDirectory(folder.resolve("strict"));
      new IsolationSuite(sources(), strict, goal).run().forEach(outcome -> tell(outcome, outcomes));
    }
    boolean held = outcomes.stream().allMatch(FaultOutcome::allHeld);
    say("");
    say("worst: from the last command until the robot stood, or what the fault says.");
    say((held ? "Every promise was kept." : "Not every promise was kept.") + " Logs: " + folder);
    sayJson(
        Map.of(
            "held",
            held,
            "rows",
            outcomes.stream().map(outcome -> FaultTable.row(HERTZ, outcome)).toList()));
    if (context().interrupt().requested()) {
      return ExitCode.INTERRUPTED;
    }
    return held ? ExitCode.OK : ExitCode.FAILURE;
  }

  private NodeSources sources() {
    return new NodeSources(
        context().clock(), context().nanos(), new SplittableRandom(context().nanos().getAsLong()));
  }

  private void tell(FaultOutcome outcome, List<FaultOutcome> outcomes) {
    outcomes.add(outcome);
    say(FaultTable.line(HERTZ, outcome));
  }

  /** Where the world's own goal is, as the robot's camera shows it. */
  private static Path goal(Path folder) throws IOException {
    EmbeddedSimulator simulator =
        new EmbeddedSimulator(
            SimulatedWorld.TwoRoomWorld.defaults().world(), new Sensors(CAMERA, List.of()), 1);
    CameraFrame frame = simulator.render(simulator.goalState(), CAMERA);
    Path file = folder.resolve("goal.png");
    return Files.write(file, Pictures.png(Pictures.image(frame, 1)));
  }
}
