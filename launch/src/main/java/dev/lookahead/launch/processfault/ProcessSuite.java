package dev.lookahead.launch.processfault;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.supervise.Supervisor;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.sim.fault.FaultOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Pauses and kills the process that drives, and watches the robot. Real time, real signals; what
 * else runs on the machine shows in the times.
 */
public final class ProcessSuite {

  private static final Duration RESTARTED = Duration.ofSeconds(10);
  private static final Duration AFTERWARDS = Duration.ofMillis(1_500);
  private static final long MILLI = 1_000_000L;

  /** The robot obeys a command for 500 ms, and a step of it is told when it is over. */
  private static final long STANDS_NANOS = 520 * MILLI;

  private final NodeSources sources;
  private final Path folder;
  private final MovingDrive drive;

  /**
   * @param folder for what the processes say
   * @param goal a picture to drive to
   */
  public ProcessSuite(NodeSources sources, Path folder, Path goal) {
    this.sources = sources;
    this.folder = folder;
    this.drive = new MovingDrive(goal);
  }

  /** The drive is stopped by SIGSTOP for a while and continued. */
  public FaultOutcome pause(Duration pause) throws IOException, InterruptedException {
    try (DrivenRobot robot = new DrivenRobot(sources, folder)) {
      Process driver = drive.start(robot, "drive");
      DrivenRobot.signal("STOP", driver.pid());
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      long continued = robot.nanos();
      DrivenRobot.signal("CONT", driver.pid());
      boolean spoke =
          robot.await(() -> last(robot.commands()).nanos() >= continued, Duration.ofSeconds(10));
      TimeUnit.NANOSECONDS.sleep(AFTERWARDS.toNanos());
      long last = lastBefore(robot.commands(), continued);
      long stood = lastMoving(robot.steps(), continued) - last;
      Optional<Sent> first = firstFrom(robot.commands(), continued);
      Optional<String> violation =
          !spoke || first.isEmpty()
              ? Optional.of("no command came after the pause")
              : first.get().moves()
                  ? Optional.of("the first command after the pause moved the robot")
                  : tooLate(stood);
      return outcome(
          "PROCESS_STOPPED_" + pause.toMillis(),
          "F9",
          "SIGSTOP of the drive for %.1f s".formatted(pause.toMillis() / 1_000.0),
          Math.max(0, stood),
          STANDS_NANOS,
          violation);
    }
  }

  /** The supervised drive is killed by SIGSEGV, once, and then as soon as it is back. */
  public List<FaultOutcome> crash() throws IOException, InterruptedException {
    try (DrivenRobot robot = new DrivenRobot(sources, folder)) {
      Process supervisor = drive.start(robot, "supervise");
      long killed = robot.nanos();
      kill(supervisor);
      boolean back =
          robot.await(() -> last(robot.plans()).nanos() > killed + STANDS_NANOS, MovingDrive.START);
      long backNanos = robot.nanos() - killed;
      TimeUnit.NANOSECONDS.sleep(AFTERWARDS.toNanos());
      // What was under way when the signal was sent still arrives.
      long last = lastBefore(robot.commands(), killed + 50 * MILLI);
      long stood = lastMoving(robot.steps(), Long.MAX_VALUE) - last;
      boolean sent = last(robot.commands()).nanos() > killed + STANDS_NANOS;
      List<FaultOutcome> outcomes = new ArrayList<>();
      outcomes.add(
          outcome(
              "DRIVE_CRASHES",
              "F10",
              "SIGSEGV of the drive: the robot stands",
              Math.max(0, stood),
              STANDS_NANOS,
              tooLate(stood)));
      outcomes.add(
          outcome(
              "DRIVE_RESTARTED",
              "F10",
              "SIGSEGV of the drive: plans again, disarmed",
              backNanos,
              RESTARTED.toNanos(),
              !back || backNanos > RESTARTED.toNanos()
                  ? Optional.of("it took %d ms to be back".formatted(backNanos / MILLI))
                  : sent
                      ? Optional.of("it commanded the robot without being armed")
                      : Optional.empty()));
      outcomes.add(givesUp(robot, supervisor));
      return outcomes;
    }
  }

  private static FaultOutcome givesUp(DrivenRobot robot, Process supervisor)
      throws IOException, InterruptedException {
    long began = robot.nanos();
    for (int more = 0; more < Supervisor.MOST_RESTARTS && supervisor.isAlive(); more++) {
      robot.await(
          () -> supervisor.children().findAny().isPresent() || !supervisor.isAlive(), RESTARTED);
      kill(supervisor);
    }
    boolean ended = supervisor.waitFor(RESTARTED.toSeconds(), TimeUnit.SECONDS);
    boolean gaveUp = ended && supervisor.exitValue() == ExitCode.SAFETY_STOP.code();
    return outcome(
        "DRIVE_CRASHES_ON",
        "F10",
        "a crash after 3 restarts in 60 s: left stopped",
        robot.nanos() - began,
        Supervisor.WINDOW.toNanos(),
        gaveUp
            ? Optional.empty()
            : Optional.of("it was restarted once more: " + robot.said("supervise")));
  }

  private static void kill(Process supervisor) throws IOException, InterruptedException {
    Optional<ProcessHandle> child =
        supervisor.children().min(Comparator.comparingLong(ProcessHandle::pid));
    if (child.isPresent()) {
      DrivenRobot.signal("SEGV", child.get().pid());
      child.get().onExit().join();
    }
  }

  private static Optional<String> tooLate(long stood) {
    return stood > STANDS_NANOS
        ? Optional.of("the robot moved until %d ms after the last command".formatted(stood / MILLI))
        : Optional.empty();
  }

  private static Sent last(List<Sent> all) {
    return all.isEmpty() ? new Sent(Long.MIN_VALUE, false) : all.get(all.size() - 1);
  }

  private static Optional<Sent> firstFrom(List<Sent> all, long nanos) {
    return all.stream().filter(sent -> sent.nanos() >= nanos).findFirst();
  }

  private static long lastBefore(List<Sent> all, long nanos) {
    return last(all.stream().filter(sent -> sent.nanos() < nanos).toList()).nanos();
  }

  private static long lastMoving(List<Sent> all, long before) {
    return last(all.stream().filter(sent -> sent.moves() && sent.nanos() < before).toList())
        .nanos();
  }

  private static FaultOutcome outcome(
      String fault,
      String number,
      String description,
      long reaction,
      long promised,
      Optional<String> violation) {
    return new FaultOutcome(
        fault, number, description, 1, violation.isEmpty() ? 1 : 0, reaction, promised, violation);
  }
}
