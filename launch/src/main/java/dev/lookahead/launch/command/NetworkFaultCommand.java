package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.report.FaultTable;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.SimulatedWorld;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.fault.FaultOutcome;
import dev.lookahead.sim.fault.NetworkScenario;
import dev.lookahead.sim.fault.NetworkSettings;
import dev.lookahead.sim.fault.NetworkSuite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead fault network}. */
@Command(
    name = "network",
    description = {
      "Lets the ROS graph between the real control loop and a simulated robot fail, in real time:",
      "sockets on the loopback interface, our own master, a TCP proxy that cuts, delays and",
      "throttles. Needs no roscore. A trial takes about ten seconds."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead fault network",
      "  lookahead fault network partition half_open --trials 20",
      "  lookahead fault network reset --cycles 0 --json"
    })
public final class NetworkFaultCommand extends Verb {

  private static final FrameSize FRAMES = FrameSize.square(64);

  @Parameters(
      arity = "0..*",
      paramLabel = "FAULT",
      description = "Which faults: ${COMPLETION-CANDIDATES} (default: all).")
  private List<NetworkScenario> scenarios = new ArrayList<>();

  @Option(
      names = "--hertz",
      paramLabel = "HZ",
      defaultValue = "10",
      description = "Rate of the control loop (default: ${DEFAULT-VALUE}).")
  private int hertz;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each fault happens, at random times (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      defaultValue = "100",
      description = {
        "Outages in a row after which no thread and no socket may be left over; 0 for none",
        "(default: ${DEFAULT-VALUE})."
      })
  private int cycles;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "The seed of the times and of what is lost (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** The verb in its context. */
  public NetworkFaultCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    NetworkSuite suite =
        new NetworkSuite(
            new NodeSources(context().clock(), context().nanos(), new SplittableRandom(seed)),
            NetworkFaultCommand::robot,
            new NetworkSettings(hertz, trials, seed));
    List<FaultOutcome> outcomes = new ArrayList<>();
    say(FaultTable.heading());
    for (NetworkScenario scenario :
        scenarios.isEmpty() ? List.of(NetworkScenario.values()) : scenarios) {
      tell(suite.run(scenario, context().interrupt()::requested), outcomes);
    }
    if (cycles > 0 && !context().interrupt().requested()) {
      tell(suite.leaks(cycles, context().interrupt()::requested), outcomes);
    }
    boolean held = outcomes.stream().allMatch(FaultOutcome::allHeld);
    say("");
    say(FaultTable.networkLegend());
    say(held ? "Every promise was kept." : "Not every promise was kept.");
    sayJson(
        Map.of(
            "held",
            held,
            "rows",
            outcomes.stream().map(outcome -> FaultTable.row(hertz, outcome)).toList()));
    if (context().interrupt().requested()) {
      return ExitCode.INTERRUPTED;
    }
    return held ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void tell(FaultOutcome outcome, List<FaultOutcome> outcomes) {
    outcomes.add(outcome);
    say(FaultTable.line(hertz, outcome));
  }

  private static EmbeddedSimulator robot() {
    World world = SimulatedWorld.TwoRoomWorld.defaults().world();
    return new EmbeddedSimulator(world, new Sensors(FRAMES, List.of()), 0);
  }
}
