package dev.lookahead.launch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.config.ConfigException;
import dev.lookahead.config.ConfigProblem;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  @Test
  void eachKindOfFailureHasItsExitCode() {
    assertThat(code(new LaunchFailure(ExitCode.SAFETY_STOP, "stopped", ""))).isEqualTo(7);
    assertThat(code(new ConfigException(List.of(new ConfigProblem("a", "b", "c"))))).isEqualTo(2);
    assertThat(code(new IllegalArgumentException("steps is at least 1, got 0"))).isEqualTo(2);
    assertThat(code(new DataException(Path.of("x"), "a shard is missing"))).isEqualTo(3);
    assertThat(code(new CheckpointException(Path.of("x"), "truncated"))).isEqualTo(4);
    assertThat(code(new UnsatisfiedLinkError("libtorch.so"))).isEqualTo(5);
    assertThat(code(new InterruptedException())).isEqualTo(130);
    assertThat(code(new IllegalStateException("a bug"))).isEqualTo(1);
  }

  @Test
  void aFullDiskIsCalledByItsName() {
    FailureReport report =
        FailureReport.of(
            new UncheckedIOException(
                new IOException("runs/a/config.yaml: No space left on device")));

    assertThat(report.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(report.problem()).contains("the disk is full").contains("runs/a/config.yaml");
    assertThat(report.advice()).contains("write elsewhere");
  }

  @Test
  void aFullDiskIsNoDamagedData() {
    Exception below = new IOException("No space left on device");

    assertThat(FailureReport.of(new DataException(Path.of("x"), "cannot be written", below)))
        .extracting(FailureReport::exitCode)
        .isEqualTo(ExitCode.FAILURE);
    assertThat(FailureReport.of(new CheckpointException(Path.of("x"), "cannot be written", below)))
        .extracting(FailureReport::exitCode)
        .isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void whatAVerbKnowsOfAFailureBelowItIsItsAdvice() {
    Exception below = new DataException(Path.of("pictures"), "there is no such folder");

    FailureReport report = FailureReport.of(new LaunchFailure(ExitCode.DATA, "look here", below));

    assertThat(report.problem()).isEqualTo("pictures: there is no such folder");
    assertThat(report.advice()).isEqualTo("look here");
    assertThat(
            FailureReport.of(
                    new LaunchFailure(
                        ExitCode.DATA, "", new IOException("x: No space left on device")))
                .problem())
        .contains("the disk is full");
  }

  @Test
  void aMappedFileThatShrinksIsADataFailure() {
    FailureReport report =
        FailureReport.of(
            new InternalError("a fault occurred in a recent unsafe memory access operation"));

    assertThat(report.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(report.problem()).contains("became shorter while it was being read");
  }

  @Test
  void aWrappedFailureIsJudgedByItsCause() {
    Exception wrapped =
        new IllegalStateException("a thread failed", new CheckpointException(Path.of("x"), "bad"));

    assertThat(FailureReport.of(wrapped).exitCode()).isEqualTo(ExitCode.MODEL);
  }

  @Test
  void filesThatCannotBeReadAreNamed() {
    assertThat(FailureReport.of(new NoSuchFileException("/data/x")).problem()).contains("/data/x");
    assertThat(FailureReport.of(new FileAlreadyExistsException("/data/w")).problem())
        .isEqualTo("/data/w is in the way: a folder is needed there");
    assertThat(FailureReport.of(new AccessDeniedException("/data/y")).problem())
        .contains("access denied: /data/y");
    assertThat(
            FailureReport.of(new FileSystemException("/data/z", null, "Read-only file system"))
                .problem())
        .isEqualTo("/data/z: Read-only file system");
  }

  @Test
  void theReportIsASentenceAndAnAdvice() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false, false);

    FailureReport.of(new LaunchFailure(ExitCode.DATA, "no episodes in x", "collect some"))
        .print(terminal);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: no episodes in x%n  collect some%n".formatted());
  }

  private static int code(Throwable failure) {
    return FailureReport.of(failure).exitCode().code();
  }
}
