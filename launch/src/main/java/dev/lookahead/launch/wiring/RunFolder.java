package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.report.EventLog;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.report.TensorBoardWriter;
import dev.lookahead.worldmodel.checkpoint.PendingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder of one run, {@code VERB-PRESET-20261121-103000} in UTC:
 *
 * <ul>
 *   <li>{@code config.yaml}: every setting, defaults included; can be given to the verb again
 *   <li>{@code run.json}: seeds, versions, machine ({@link RunRecord})
 *   <li>{@code status}: {@code running}, {@code complete}, {@code failed} or {@code interrupted}
 *   <li>{@code events.jsonl}: what happened, one event per line
 *   <li>{@code metrics/}: scalars for TensorBoard
 *   <li>whatever the verb writes with {@link #write}
 * </ul>
 *
 * <p>Files appear complete or not at all, except for the two that grow with the run. A run that is
 * closed without {@link #finish} has failed. Thread: one at a time.
 */
public final class RunFolder implements AutoCloseable {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MAX_NAMESAKES = 1_000;

  private final Path path;
  private final EventLog events;
  private final TensorBoardWriter scalars;
  private boolean finished;

  private RunFolder(Path path, InstantSource clock) throws IOException {
    this.path = path;
    Path metrics = Files.createDirectory(path.resolve("metrics"));
    this.scalars = new TensorBoardWriter(metrics, clock);
    this.events = new EventLog(path.resolve("events.jsonl"), clock);
  }

  /**
   * Makes the folder of a run that begins now.
   *
   * @param runs the folder of all runs; made if it is missing
   * @param config the settings of the run, resolved
   * @throws IOException if it cannot be written
   */
  public static RunFolder create(Path runs, RunRecord record, Record config, InstantSource clock)
      throws IOException {
    Files.createDirectories(runs);
    String name =
        record.verb() + "-" + fileName(record.preset()) + "-" + STAMP.format(record.started());
    Path path = unused(runs, name);
    try {
      return begin(path, record, config, clock);
    } catch (IOException | RuntimeException e) {
      discard(path, e);
      throw e;
    }
  }

  private static RunFolder begin(Path path, RunRecord record, Record config, InstantSource clock)
      throws IOException {
    RunFolder folder = new RunFolder(path, clock);
    try {
      folder.writeStatus(RunStatus.RUNNING);
      folder.write("config.yaml", ConfigText.yaml(config).getBytes(StandardCharsets.UTF_8));
      folder.write("run.json", JsonText.pretty(record).getBytes(StandardCharsets.UTF_8));
      return folder;
    } catch (RuntimeException e) {
      folder.finished = true;
      try (folder) {
        throw e;
      }
    }
  }

  /** Removes the folder of a run that could not begin. */
  private static void discard(Path path, Exception reason) {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Appends to {@code events.jsonl}. */
  public EventLog events() {
    return events;
  }

  /** Appends to {@code metrics/}. */
  public TensorBoardWriter scalars() {
    return scalars;
  }

  /**
   * Writes a whole file, which appears complete or not at all.
   *
   * @param name relative to this folder; folders on the way are made
   * @throws UncheckedIOException if it cannot be written, for example on a full disk
   */
  public Path write(String name, byte[] content) {
    Path file = path.resolve(name).normalize();
    if (!file.startsWith(path)) {
      throw new IllegalArgumentException("'" + name + "' is outside of the run " + path);
    }
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      PendingFile.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Says how the run ended; called once, when everything else is written. */
  public void finish(RunStatus status) {
    writeStatus(status);
    finished = true;
  }

  /** Closes the logs; a run that did not {@link #finish} has failed. */
  @Override
  public void close() throws IOException {
    try (events;
        scalars) {
      if (!finished) {
        writeStatus(RunStatus.FAILED);
      }
    }
  }

  private void writeStatus(RunStatus status) {
    String word = status.name().toLowerCase(Locale.ROOT) + "\n";
    write("status", word.getBytes(StandardCharsets.UTF_8));
  }

  /** The name of a preset that may be a path. */
  private static String fileName(String preset) {
    Path last = Path.of(preset).getFileName();
    String name = last == null ? "" : last.toString().replaceFirst("\\.ya?ml$", "");
    return name.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private static Path unused(Path runs, String name) throws IOException {
    FileAlreadyExistsException taken = new FileAlreadyExistsException(name);
    for (int i = 1; i < MAX_NAMESAKES; i++) {
      Path candidate = runs.resolve(i == 1 ? name : name + "-" + i).toAbsolutePath().normalize();
      try {
        return Files.createDirectory(candidate);
      } catch (FileAlreadyExistsException e) {
        taken = e;
      }
    }
    throw taken;
  }
}
