package dev.lookahead.launch.processfault;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.sim.fault.FaultOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills and stops the planner of a drive with {@code isolation=strict}, which lives in a process of
 * its own, and reads in the drive's log what the loop did. Real time, real signals. The clocks of
 * all processes must count from the same moment, as they do on Linux.
 */
public final class IsolationSuite {

  private static final long MILLI = 1_000_000L;
  private static final long PERIOD_NANOS = 100 * MILLI;

  /** What a tick may leave late. */
  private static final long GRACE_NANOS = 20 * MILLI;

  private static final int CONTINUED_TICKS = 3;

  /** After this the guard would stop the robot for good. */
  private static final long LOST_NANOS = 1_000 * MILLI;

  private static final Duration RESTARTED = Duration.ofSeconds(10);
  private static final Duration DRIVING = Duration.ofSeconds(2);
  private static final Pattern TOOK_OVER = Pattern.compile("planner: TookOver\\[pid=(\\d+)]");
  private static final String WARM = "planner: Warm[";

  private final NodeSources sources;
  private final Path folder;
  private final MovingDrive drive;

  /**
   * @param folder for what the processes say, and the run of the drive
   * @param goal a picture to drive to
   */
  public IsolationSuite(NodeSources sources, Path folder, Path goal) {
    this.sources = sources;
    this.folder = folder;
    this.drive = new MovingDrive(goal);
  }

  /** The planner crashes, hangs, and crashes once more, which is the third time in a minute. */
  public List<FaultOutcome> run() throws IOException, InterruptedException {
    long crashed;
    long hung;
    long again;
    long restarted;
    Optional<Integer> code;
    try (DrivenRobot robot = new DrivenRobot(sources, folder)) {
      Process driver = drive.start(robot, "drive", "isolation=strict");
      awaitWarm(robot, driver, 2);
      crashed = signal(robot, "SEGV");
      TimeUnit.NANOSECONDS.sleep(DRIVING.toNanos());
      awaitWarm(robot, driver, 3);
      restarted = robot.nanos() - crashed;
      hung = signal(robot, "STOP");
      TimeUnit.NANOSECONDS.sleep(DRIVING.toNanos());
      again = signal(robot, "SEGV");
      code =
          driver.waitFor(RESTARTED.toSeconds(), TimeUnit.SECONDS)
              ? Optional.of(driver.exitValue())
              : Optional.empty();
    }
    LoopTrace trace = LoopTrace.read(log());
    // A crash between two turns costs no tick; the next fault's missed ticks are not the crash's.
    LoopTrace crash = trace.until(hung);
    LoopTrace hang = trace.until(again);
    return List.of(
        reaction("PLANNER_CRASHES", "SIGSEGV of the planner: held or planned", crash, crashed, 1),
        replanned("PLANNER_REPLACED", "SIGSEGV of the planner: plans again", crash, crashed),
        within(
            "PLANNER_RESTARTED",
            "SIGSEGV of the planner: the next is warm",
            restarted,
            RESTARTED.toNanos()),
        reaction(
            "PLANNER_HANGS",
            "SIGSTOP of the planner: held or planned",
            hang,
            hung,
            CONTINUED_TICKS),
        replanned("PLANNER_KILLED", "SIGSTOP of the planner: plans again", hang, hung),
        stopped(trace, again, code));
  }

  private void awaitWarm(DrivenRobot robot, Process driver, int count)
      throws IOException, InterruptedException {
    boolean warm =
        robot.await(
            () ->
                robot.said("drive").split(Pattern.quote(WARM), -1).length > count
                    || !driver.isAlive(),
            MovingDrive.START);
    if (!warm || !driver.isAlive()) {
      throw new IOException(
          "the drive has no warm planner in reserve; it says: " + robot.said("drive"));
    }
  }

  /** Signals the process that plans; returns when. */
  private static long signal(DrivenRobot robot, String name)
      throws IOException, InterruptedException {
    Matcher said = TOOK_OVER.matcher(robot.said("drive"));
    long pid =
        said.results()
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .reduce((before, last) -> last)
            .orElseThrow();
    long nanos = robot.nanos();
    DrivenRobot.signal(name, pid);
    return nanos;
  }

  private Path log() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.max(Comparator.naturalOrder()).orElseThrow().resolve("log");
    }
  }

  private static FaultOutcome reaction(
      String fault, String description, LoopTrace trace, long sinceNanos, int periods) {
    return within(
        fault,
        description,
        trace.withoutPlanNanos(sinceNanos),
        periods * PERIOD_NANOS + GRACE_NANOS);
  }

  private static FaultOutcome replanned(
      String fault, String description, LoopTrace trace, long sinceNanos) {
    return within(fault, description, trace.untilAnswerNanos(sinceNanos), LOST_NANOS);
  }

  private static FaultOutcome stopped(LoopTrace trace, long sinceNanos, Optional<Integer> code) {
    long reaction = trace.untilStoppedNanos(sinceNanos);
    long promised = 2 * PERIOD_NANOS + GRACE_NANOS;
    boolean ended = code.isPresent() && code.get() == ExitCode.SAFETY_STOP.code();
    Optional<String> violation =
        !ended
            ? Optional.of("the drive ended with " + code.map(String::valueOf).orElse("nothing"))
            : tooLong(reaction, promised);
    return outcome(
        "PLANNER_CRASHES_ON",
        "the third crash of the planner in 60 s: stopped for good",
        reaction,
        promised,
        violation);
  }

  private static FaultOutcome within(String fault, String description, long took, long promised) {
    return outcome(fault, description, took, promised, tooLong(took, promised));
  }

  private static Optional<String> tooLong(long took, long promised) {
    return took > promised
        ? Optional.of("it took %d ms".formatted(took / MILLI))
        : Optional.empty();
  }

  private static FaultOutcome outcome(
      String fault, String description, long took, long promised, Optional<String> violation) {
    return new FaultOutcome(
        fault, "F10", description, 1, violation.isEmpty() ? 1 : 0, took, promised, violation);
  }
}
