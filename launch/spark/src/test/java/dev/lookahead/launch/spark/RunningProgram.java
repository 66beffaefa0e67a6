package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process with its output in a file; closing it kills it and all that it started, and so does the
 * end of this one.
 */
final class RunningProgram implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 240;

  private final Process process;
  private final Path log;

  private RunningProgram(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static RunningProgram start(Path log, List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    RunningProgram program =
        new RunningProgram(
            builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    Runtime.getRuntime().addShutdownHook(new Thread(program::close, "the end of " + log));
    return program;
  }

  /** Waits for something while it runs. */
  void await(String what, Callable<Boolean> condition) throws Exception {
    for (int tenths = 0; tenths < 10 * PATIENCE_SECONDS; tenths++) {
      if (condition.call()) {
        return;
      }
      assertThat(process.isAlive()).as("still waiting for %s:%n%s", what, log()).isTrue();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("waited in vain for %s:%n%s".formatted(what, log()));
  }

  /** Waits for a text in its output, so many times. */
  void awaitLog(String text, int times) throws Exception {
    await(text, () -> count(text) >= times);
  }

  /** Waits for its end. */
  int end() throws Exception {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(log()).isTrue();
    return process.exitValue();
  }

  /** What it said so far. */
  String log() throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  int count(String text) throws IOException {
    return log().split(Pattern.quote(text), -1).length - 1;
  }

  /** The processes below it with a word in their command line. */
  List<ProcessHandle> children(String word) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(word))
        .toList();
  }

  /** Whether the tensor engine's library is in its memory; Linux says so. */
  static boolean hasEngine(ProcessHandle process) throws IOException {
    try (Stream<String> mapped = Files.lines(Path.of("/proc/" + process.pid() + "/maps"))) {
      return mapped.anyMatch(line -> line.contains("libtorch"));
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
