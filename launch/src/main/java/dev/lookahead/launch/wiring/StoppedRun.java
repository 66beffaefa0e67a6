package dev.lookahead.launch.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run that was stopped, by Ctrl-C, a failure or a power cut. Nobody else can go on
 * with it while this is open; nothing in it changes before {@link #resume}.
 */
public final class StoppedRun implements AutoCloseable {

  private final Path path;
  private @Nullable RunLock lock;

  private StoppedRun(Path path, RunLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder of a run.
   *
   * @param verb that must have made it
   * @throws LaunchFailure if it is no such folder, or the run is still going on
   * @throws IOException if it cannot be written to
   */
  public static StoppedRun open(Path path, String verb) throws IOException {
    Path record = path.resolve(RunFolder.RECORD);
    if (!Files.isRegularFile(record) || !Files.isRegularFile(path.resolve(RunFolder.CONFIG))) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "there is no run in "
              + path
              + ": "
              + RunFolder.RECORD
              + " and "
              + RunFolder.CONFIG
              + " expected",
          "name the folder that lookahead " + verb + " printed when it started");
    }
    String found = verb(record);
    if (!found.equals(verb)) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "the run %s was made by '%s', expected one of '%s'".formatted(path, found, verb),
          "name the folder that lookahead " + verb + " printed when it started");
    }
    return new StoppedRun(path.toAbsolutePath().normalize(), RunLock.take(record));
  }

  private static String verb(Path record) throws IOException {
    try {
      return new JsonMapper().readTree(Files.readAllBytes(record)).path("verb").asText();
    } catch (JsonProcessingException damaged) {
      return "a damaged " + RunFolder.RECORD;
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Its settings, which a verb can be given again. */
  public Path config() {
    return path.resolve(RunFolder.CONFIG);
  }

  /** Whether it has done everything it was started for. */
  public boolean complete() throws IOException {
    Path status = path.resolve(RunFolder.STATUS);
    return Files.isRegularFile(status)
        && RunFolder.word(RunStatus.COMPLETE).equals(Files.readString(status).strip());
  }

  /** Opens the folder for the run to go on; called once. */
  public RunFolder resume(InstantSource clock) throws IOException {
    RunLock taken = lock;
    if (taken == null) {
      throw new IllegalStateException("this run goes on already");
    }
    lock = null;
    return RunFolder.resume(path, taken, clock);
  }

  /** Lets others go on with the run, unless {@link #resume} has. */
  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
