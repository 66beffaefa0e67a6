package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.launch.soak.Soak;
import dev.lookahead.launch.soak.SoakReport;
import dev.lookahead.launch.soak.SoakSettings;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.ChosenRobot;
import dev.lookahead.launch.wiring.DriveExperiment;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.launch.wiring.SimulatedWorld;
import dev.lookahead.sim.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code lookahead fault soak}. */
@Command(
    name = "soak",
    description = {
      "Drives a simulated robot with the bundled Two-Room model over a ROS graph on the loopback",
      "interface, in real time, and fails if a tick was late, the robot was held, or memory, threads",
      "or descriptors grew. Run it on a machine that does nothing else."
    },
    footer = {
      "",
      "Memory is judged in runs of which 10 minutes remain after the warm-up. Give the JVM the",
      "options of a robot for that (systemd/robot.env), or the growth of its heap and compiler is",
      "seen:",
      "  export LOOKAHEAD_JAVA_OPTS='-Xms256m -Xmx256m -XX:+AlwaysPreTouch \\",
      "    -XX:TieredStopAtLevel=1 -XX:TrimNativeHeapInterval=60000'",
      "",
      "Examples:",
      "  lookahead fault soak --for 30m",
      "  lookahead fault soak --for 90s --hertz 10"
    })
public final class SoakCommand extends Verb {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** What a core of a small machine searches in half of a tick at 20 Hz. */
  private static final List<String> SMALL_SEARCH =
      List.of(
          "control.mpc.horizonSteps=20",
          "control.planner.search.samples=32",
          "control.planner.search.elites=6",
          "control.planner.search.iterations=3");

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = Time.class,
      description = "How long, such as 90s, 30m or 2h (default: ${DEFAULT-VALUE}).")
  private Duration length = Duration.ofMinutes(30);

  @Option(
      names = "--hertz",
      paramLabel = "HZ",
      defaultValue = "20",
      description = "Rate of the control loop (default: ${DEFAULT-VALUE}).")
  private int hertz = 20;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "The seed of goals and searches (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** The verb in its context. */
  public SoakCommand(LaunchContext context) {
    super(context);
  }

  /** Reads {@code 90s}, {@code 30m}, {@code 2h}. */
  static final class Time implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    SoakSettings settings = SoakSettings.lasting(length);
    DriveExperiment drive =
        context().presets().load("drive", "two-room-sim", SMALL_SEARCH, DriveExperiment.class);
    RosRobotSettings usual = ((ChosenRobot.Ros1Robot) drive.robot()).link();
    RosRobotSettings link =
        new RosRobotSettings(
            usual.camera(),
            usual.command(),
            usual.proprioception(),
            Duration.ofNanos(NANOS_PER_SECOND / hertz),
            usual.patience());
    World world = SimulatedWorld.TwoRoomWorld.defaults().world();
    NodeSources sources =
        new NodeSources(context().clock(), context().nanos(), new SplittableRandom(seed));
    Soak soak =
        new Soak(
            settings,
            sources,
            world,
            LoadedModel.read(ModelStore.find(drive.model()), world.actionSpace()),
            drive.control(),
            link);
    SoakReport report = soak.run(context().interrupt()::requested, use -> {});
    tell(report);
    if (context().interrupt().requested()) {
      return ExitCode.INTERRUPTED;
    }
    return report.violations().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private void tell(SoakReport report) {
    List<Long> late = report.latenessNanos();
    say(
        "%d ticks in %.0f s at %d Hz: %d deadline misses, held at %d"
            .formatted(report.ticks(), report.seconds(), hertz, report.misses(), report.held()));
    say(
        String.format(
            Locale.ROOT,
            "lateness      p50 %.3f  p99 %.3f  p99.9 %.3f  max %.3f ms",
            late.get(0) / NANOS_PER_MILLI,
            late.get(1) / NANOS_PER_MILLI,
            late.get(2) / NANOS_PER_MILLI,
            late.get(3) / NANOS_PER_MILLI));
    say(
        "commands from %s; plans not done in time %d"
            .formatted(report.sources(), report.overruns()));
    say(
        String.format(
            Locale.ROOT,
            "memory        %+.2f MiB/h%s",
            report.mebibytesPerHour(),
            report.judgesMemory() ? "" : " (too short to judge)"));
    say("threads       %d to %d".formatted(report.threads().get(0), report.threads().get(1)));
    say(
        "descriptors   %d to %d"
            .formatted(report.descriptors().get(0), report.descriptors().get(1)));
    report.violations().forEach(broken -> say("NOT KEPT: " + broken));
    say(report.violations().isEmpty() ? "Every promise was kept." : "Not every promise was kept.");
    sayJson(Map.of("held", report.violations().isEmpty(), "report", report));
  }
}
