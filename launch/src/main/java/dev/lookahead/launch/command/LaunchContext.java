package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.terminal.BuildInfo;
import dev.lookahead.launch.terminal.OutputOptions;
import dev.lookahead.launch.terminal.Terminal;
import dev.lookahead.launch.wiring.Interrupt;
import dev.lookahead.launch.wiring.RosGraph;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What every verb is given: the world outside, which tests replace.
 *
 * @param terminal where it writes
 * @param output how it writes: {@code --json}, {@code --quiet}, {@code --debug}
 * @param presets where configurations come from
 * @param interrupt the wish to stop
 * @param build what the program was built from
 * @param clock the time of day
 * @param nanos a clock for durations, in nanoseconds
 */
public record LaunchContext(
    Terminal terminal,
    OutputOptions output,
    ConfigLoader presets,
    Interrupt interrupt,
    BuildInfo build,
    InstantSource clock,
    LongSupplier nanos) {

  /** The ROS graph that environment and command line speak of. */
  public RosGraph ros(RosArguments arguments) {
    return new RosGraph(RosEnvironment.of(System.getenv()), arguments, clock, nanos);
  }

  /** The context of this process. */
  public static LaunchContext system() {
    Terminal terminal = Terminal.system();
    return new LaunchContext(
        terminal,
        new OutputOptions(),
        ConfigLoader.bundled(),
        Interrupt.onSignals(terminal),
        BuildInfo.load(),
        InstantSource.system(),
        System::nanoTime);
  }
}
