package dev.lookahead.launch.command;

import dev.lookahead.launch.report.FaultTable;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.SimulatedWorld;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.StateAxis;
import dev.lookahead.sim.World;
import dev.lookahead.sim.fault.FaultOutcome;
import dev.lookahead.sim.fault.FaultScenario;
import dev.lookahead.sim.fault.FaultSettings;
import dev.lookahead.sim.fault.FaultSuite;
import dev.lookahead.sim.robot.SimulatedRobotSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead fault}. */
@Command(
    name = "fault",
    description = {
      "Lets cameras, planners and whole processes fail in front of the real control loop, on a",
      "simulated robot in virtual time, and says whether every promise was kept."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead fault",
      "  lookahead fault camera_off planner_overrun --hertz 10,50 --trials 1000"
    })
public final class FaultCommand extends Verb {

  /** Large enough for noise that tells two frames apart, small enough for thousands of trials. */
  private static final FrameSize FRAMES = FrameSize.square(16);

  @Parameters(
      arity = "0..*",
      paramLabel = "FAULT",
      description = "Which faults: ${COMPLETION-CANDIDATES} (default: all).")
  private List<FaultScenario> scenarios = new ArrayList<>();

  @Option(
      names = "--hertz",
      split = ",",
      paramLabel = "HZ",
      defaultValue = "10,50",
      description = "Rates of the control loop (default: ${DEFAULT-VALUE}).")
  private List<Integer> rates = List.of();

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "200",
      description = "How often each fault happens, at random times (default: ${DEFAULT-VALUE}).")
  private int trials = 200;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "The seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** The verb in its context. */
  public FaultCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws InterruptedException {
    World world = SimulatedWorld.TwoRoomWorld.defaults().world();
    List<String> felt = world.stateAxes().stream().map(StateAxis::name).toList();
    EmbeddedSimulator simulator = new EmbeddedSimulator(world, new Sensors(FRAMES, felt), seed);
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean held = true;
    say(FaultTable.heading());
    for (FaultScenario scenario : scenarios.isEmpty() ? all() : scenarios) {
      for (int hertz : rates) {
        FaultSettings settings =
            new FaultSettings(hertz, trials, seed, SimulatedRobotSettings.defaults());
        FaultOutcome outcome =
            new FaultSuite(simulator, settings).run(scenario, context().interrupt()::requested);
        held &= outcome.allHeld();
        say(FaultTable.line(hertz, outcome));
        rows.add(FaultTable.row(hertz, outcome));
      }
    }
    say("");
    say(FaultTable.legend());
    say(held ? "Every promise was kept." : "Not every promise was kept.");
    sayJson(Map.of("held", held, "rows", rows));
    if (context().interrupt().requested()) {
      return ExitCode.INTERRUPTED;
    }
    return held ? ExitCode.OK : ExitCode.FAILURE;
  }

  private static List<FaultScenario> all() {
    return List.of(FaultScenario.values());
  }
}
