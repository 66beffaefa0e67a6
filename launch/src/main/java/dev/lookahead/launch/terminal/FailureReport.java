package dev.lookahead.launch.terminal;

import dev.lookahead.bridge.RobotLostException;
import dev.lookahead.bridge.ros1.robot.RobotUnavailableException;
import dev.lookahead.config.ConfigException;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means to the person at the terminal. The only place that gives throwables exit
 * codes.
 *
 * @param exitCode what the process returns
 * @param problem what happened, one sentence
 * @param advice what to do about it, one sentence; may be empty
 */
public record FailureReport(ExitCode exitCode, String problem, String advice) {

  private static final int MAX_CAUSES = 16;

  /**
   * The report of a failure. A full disk anywhere below it decides, whatever was being written;
   * otherwise the outermost known cause does.
   */
  public static FailureReport of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES).toList();
    for (Throwable cause : causes) {
      if (isDiskFull(cause)) {
        return new FailureReport(
            ExitCode.FAILURE,
            "the disk is full: " + cause.getMessage(),
            "free some space, or write elsewhere; what was complete before is kept");
      }
    }
    for (Throwable cause : causes) {
      FailureReport known = known(cause);
      if (known != null) {
        return known;
      }
    }
    if (failure instanceof IllegalArgumentException) {
      return new FailureReport(ExitCode.USAGE, String.valueOf(failure.getMessage()), "");
    }
    return new FailureReport(
        ExitCode.FAILURE,
        "internal error: " + failure,
        "run again with --debug and report the trace with the command line");
  }

  /** The report as data, for {@code --json}. */
  public Map<String, Object> asMap() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", exitCode.code());
    error.put("kind", exitCode.name().toLowerCase(Locale.ROOT));
    error.put("message", problem);
    error.put("advice", advice);
    return Map.of("error", error);
  }

  /** Writes the report for a person. */
  public void print(Terminal terminal) {
    terminal.err().println(terminal.alarm("error:") + " " + indented(problem));
    if (!advice.isEmpty()) {
      terminal.err().println("  " + indented(advice));
    }
  }

  private static String indented(String text) {
    return text.strip().replace("\n", "\n  ");
  }

  private static @Nullable FailureReport known(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof LaunchFailure launch) {
      return new FailureReport(launch.exitCode(), message, launch.advice());
    }
    if (failure instanceof ConfigException) {
      return new FailureReport(ExitCode.USAGE, message, "");
    }
    if (failure instanceof DataException) {
      return new FailureReport(
          ExitCode.DATA,
          message,
          "point to another recording, or record one with lookahead collect");
    }
    if (failure instanceof CheckpointException) {
      return new FailureReport(
          ExitCode.MODEL, message, "copy the file again, or train the model anew");
    }
    if (failure instanceof RobotUnavailableException unavailable) {
      return new FailureReport(ExitCode.ROBOT, message, unavailable.advice());
    }
    if (failure instanceof RobotLostException) {
      return new FailureReport(
          ExitCode.ROBOT, message, "look at the robot and the network, then start again");
    }
    if (failure instanceof InterruptedException) {
      return new FailureReport(ExitCode.INTERRUPTED, "interrupted", "");
    }
    if (failure instanceof OutOfMemoryError) {
      return new FailureReport(
          ExitCode.FAILURE,
          "out of memory: " + message,
          "give the JVM more with LOOKAHEAD_JAVA_OPTS=-Xmx4g, or use a smaller preset");
    }
    if (failure instanceof InternalError && message.contains("unsafe memory access")) {
      return new FailureReport(
          ExitCode.DATA,
          "a data file became shorter while it was being read",
          "leave the files of a run alone until it ends, then start it again");
    }
    if (failure instanceof UnsatisfiedLinkError || isOfTheEngine(failure)) {
      return new FailureReport(
          ExitCode.ENGINE, "the tensor engine failed: " + message, "run: lookahead doctor");
    }
    return failure instanceof IOException io ? ofFile(io) : null;
  }

  private static @Nullable FailureReport ofFile(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return new FailureReport(
          ExitCode.FAILURE, "no such file: " + missing.getFile(), "check the path");
    }
    if (failure instanceof FileAlreadyExistsException taken) {
      return new FailureReport(
          ExitCode.FAILURE,
          taken.getFile() + " is in the way: a folder is needed there",
          "choose another folder, or move this file");
    }
    if (failure instanceof AccessDeniedException denied) {
      return new FailureReport(
          ExitCode.FAILURE,
          "access denied: " + denied.getFile(),
          "change its permissions, or write elsewhere with --out");
    }
    if (failure instanceof FileSystemException refused && refused.getReason() != null) {
      return new FailureReport(
          ExitCode.FAILURE,
          refused.getFile() + ": " + refused.getReason(),
          "choose another folder, or change this one");
    }
    return new FailureReport(
        ExitCode.FAILURE, "input or output failed: " + failure.getMessage(), "");
  }

  /** The system's message is all that tells a full disk from other write errors. */
  private static boolean isDiskFull(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return (failure instanceof IOException || failure instanceof UncheckedIOException)
        && (message.contains("No space left") || message.contains("Disk quota exceeded"));
  }

  /** By name, because only the wiring may know DJL. */
  private static boolean isOfTheEngine(Throwable failure) {
    return failure.getClass().getName().startsWith("ai.djl.");
  }
}
