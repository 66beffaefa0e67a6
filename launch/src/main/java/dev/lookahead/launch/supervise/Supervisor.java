package dev.lookahead.launch.supervise;

import dev.lookahead.bridge.isolated.CrashBudget;
import dev.lookahead.launch.terminal.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Runs a drive in a process of its own and starts it again when it crashes, disarmed: after a crash
 * only a person lets a robot move again. Crashes too often, and it is left stopped.
 *
 * <p>What stops the robot in the meantime is the robot's own command timeout: whoever could send it
 * the safe action has just died. Thread: one.
 */
public final class Supervisor {

  /** Crashes within {@link #WINDOW} after which it is not started again. */
  public static final int MOST_RESTARTS = 3;

  /** How far back crashes count. */
  public static final Duration WINDOW = Duration.ofSeconds(60);

  private static final long LOOK_MILLIS = 50;

  /** Ends that starting again would not change, or that were wished for. */
  private static final Set<Integer> FINAL =
      Set.of(
          ExitCode.OK.code(),
          ExitCode.USAGE.code(),
          ExitCode.DATA.code(),
          ExitCode.MODEL.code(),
          ExitCode.SAFETY_STOP.code(),
          ExitCode.INTERRUPTED.code());

  private final Starter starter;
  private final Duration beforeRestart;
  private final LongSupplier nanoClock;
  private final Consumer<? super String> notes;
  private final CrashBudget crashes = new CrashBudget(MOST_RESTARTS + 1, WINDOW);

  /** Starts processes. */
  public interface Starter {

    /** Starts a drive with these arguments. */
    Process start(List<String> arguments) throws IOException;
  }

  /**
   * @param beforeRestart from a crash to the next start
   * @param nanoClock steady
   * @param notes is told what a person should know, a line at a time
   */
  public Supervisor(
      Starter starter,
      Duration beforeRestart,
      LongSupplier nanoClock,
      Consumer<? super String> notes) {
    this.starter = starter;
    this.beforeRestart = beforeRestart;
    this.nanoClock = nanoClock;
    this.notes = notes;
  }

  /**
   * Runs it until it ends for good.
   *
   * @param arguments of the drive
   * @param stop asked several times a second; then the drive is asked to end, and waited for
   * @return what it ended with; 7 if it crashed too often
   */
  public int run(List<String> arguments, BooleanSupplier stop)
      throws IOException, InterruptedException {
    List<String> next = arguments;
    while (true) {
      int code = await(starter.start(next), stop);
      if (stop.getAsBoolean()) {
        return ExitCode.INTERRUPTED.code();
      }
      if (FINAL.contains(code)) {
        return code;
      }
      if (crashes.isSpentBy(nanoClock.getAsLong())) {
        notes.accept(
            "ended with code %d, and was restarted %d times within %d s: left stopped"
                .formatted(code, MOST_RESTARTS, WINDOW.toSeconds()));
        return ExitCode.SAFETY_STOP.code();
      }
      notes.accept("ended with code %d: starting it again, disarmed".formatted(code));
      next = disarmed(arguments);
      TimeUnit.NANOSECONDS.sleep(beforeRestart.toNanos());
    }
  }

  private static int await(Process process, BooleanSupplier stop) throws InterruptedException {
    try {
      boolean asked = false;
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stop.getAsBoolean() && !asked) {
          asked = true;
          process.destroy();
        }
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** The same drive, observing only. */
  static List<String> disarmed(List<String> arguments) {
    List<String> kept =
        arguments.stream()
            .filter(argument -> !argument.equals("--arm") && !argument.startsWith("arm="))
            .toList();
    return Stream.concat(kept.stream(), Stream.of("arm=false")).toList();
  }
}
