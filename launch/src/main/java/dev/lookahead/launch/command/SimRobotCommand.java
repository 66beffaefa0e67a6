package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.LocalMaster;
import dev.lookahead.launch.wiring.RosGraph;
import dev.lookahead.launch.wiring.SimRobotExperiment;
import dev.lookahead.launch.wiring.SimRobotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lookahead sim-robot}. */
@Command(
    name = "sim-robot",
    description = {
      "Puts a simulated world on ROS 1 as if it were a robot: camera, odometry, clock, and motors",
      "that stop when no command comes for half a second. Runs until Ctrl-C."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead sim-robot two-room",
      "  lookahead sim-robot two-room --lock-step",
      "  lookahead sim-robot two-room --master",
      "  lookahead sim-robot point-maze-u framesPerStep=2 __name:=maze"
    })
public final class SimRobotCommand extends Verb {

  @Mixin private final Configuration configuration = new Configuration("sim-robot");

  @Option(
      names = "--clock",
      description = "Publish /clock with simulated time and set use_sim_time.")
  private boolean clock;

  @Option(
      names = "--lock-step",
      description = "Take one step per command and wait for the next; implies --clock.")
  private boolean lockStep;

  @Option(
      names = "--master",
      description = "Be the master of the graph as well, where no roscore runs.")
  private boolean master;

  /** The verb in its context. */
  public SimRobotCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws InterruptedException {
    if (clock) {
      configuration.change("clock", true);
    }
    if (lockStep) {
      configuration.change("lockStep", true);
    }
    SimRobotExperiment experiment =
        configuration.load(context().presets(), SimRobotExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    RosGraph graph = context().ros(configuration.rosArguments());
    if (!master) {
      return live(experiment, graph);
    }
    try (LocalMaster core = graph.serve()) {
      say("the master is at " + core.uri());
      return live(experiment, graph);
    }
  }

  private ExitCode live(SimRobotExperiment experiment, RosGraph graph) throws InterruptedException {
    try (ConnectedNode node = graph.join("sim_robot")) {
      say(
          "%s is %s of the graph at %s; stop with Ctrl-C"
              .formatted(experiment.world().world().name(), node.getName(), node.getMasterUri()));
      SimRobotRun.run(experiment, node, graph, context().interrupt()::requested);
      return context().interrupt().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }
}
