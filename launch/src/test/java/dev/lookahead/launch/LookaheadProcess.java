package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lookahead in a process of its own, for signals: their handlers are installed once per JVM. */
final class LookaheadProcess implements AutoCloseable {

  private final Process process;
  private final Path folder;

  private LookaheadProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts a command line and waits until its log has grown by some events.
   *
   * @param folder where it works: it writes {@code out} and {@code err} there, and its runs
   */
  static LookaheadProcess start(Path folder, int events, String... arguments) throws Exception {
    long before = events(folder);
    return start(folder, () -> events(folder) >= before + events, arguments);
  }

  /**
   * Starts a command line and waits until it is at work.
   *
   * @param folder where it works: it writes {@code out} and {@code err} there, and its runs
   */
  static LookaheadProcess start(Path folder, Callable<Boolean> atWork, String... arguments)
      throws Exception {
    // A shell's background job ignores SIGINT, and so would its children.
    List<String> command =
        new ArrayList<>(
            System.getProperty("os.name").equals("Linux")
                ? List.of("env", "--default-signal=INT")
                : List.of());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.lookahead.launch.Main"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    while (!atWork.call() && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(process.isAlive()).as(Files.readString(folder.resolve("err"))).isTrue();
    return new LookaheadProcess(process, folder);
  }

  /** Sends a signal and waits for the exit code. */
  int end(String signal) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
    return process.waitFor();
  }

  /** What it said to the person at the terminal. */
  String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The number of events in all logs. */
  private static long events(Path folder) throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.endsWith("events.jsonl")).toList()) {
        try (Stream<String> text = Files.lines(file)) {
          lines += text.count();
        }
      }
    }
    return lines;
  }
}
