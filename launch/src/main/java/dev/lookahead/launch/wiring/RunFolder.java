package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.report.EventLog;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.report.TensorBoardWriter;
import dev.lookahead.worldmodel.file.FileTree;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  static final String CONFIG = "config.yaml";
  static final String RECORD = "run.json";
  static final String STATUS = "status";
  private static final String EVENTS = "events.jsonl";
  private static final String METRICS = "metrics";

  private final Path path;
  private final RunLock lock;
  private final TensorBoardWriter scalars;
  private final EventLog events;
  private boolean finished;

  private RunFolder(Path path, RunLock lock, TensorBoardWriter scalars, EventLog events) {
    this.path = path;
    this.lock = lock;
    this.scalars = scalars;
    this.events = events;
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
    write(path, CONFIG, ConfigText.yaml(config).getBytes(StandardCharsets.UTF_8));
    write(path, RECORD, JsonText.pretty(record).getBytes(StandardCharsets.UTF_8));
    Files.createDirectory(path.resolve(METRICS));
    return open(path, RunLock.take(path.resolve(RECORD)), clock);
  }

  /**
   * Opens the folder of a run that goes on. {@link #events()} continue where they ended; {@link
   * #scalars()} begin anew, beside the files of before.
   *
   * @param lock taken on this folder; given back when this is closed or fails
   */
  static RunFolder resume(Path path, RunLock lock, InstantSource clock) throws IOException {
    Files.createDirectories(path.resolve(METRICS));
    return open(path, lock, clock);
  }

  private static RunFolder open(Path path, RunLock lock, InstantSource clock) throws IOException {
    List<AutoCloseable> opened = new ArrayList<>(List.of(lock));
    try {
      writeStatus(path, RunStatus.RUNNING);
      EventLog events = new EventLog(path.resolve(EVENTS), clock);
      opened.add(events);
      return new RunFolder(path, lock, new TensorBoardWriter(path.resolve(METRICS), clock), events);
    } catch (IOException | RuntimeException e) {
      for (AutoCloseable one : opened) {
        close(one, e);
      }
      throw e;
    }
  }

  private static void close(AutoCloseable one, Exception reason) {
    try {
      one.close();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }

  /** Removes the folder of a run that could not begin. */
  private static void discard(Path path, Exception reason) {
    try {
      FileTree.delete(path);
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

  /** The log that {@link #events()} appends to. */
  public Path eventFile() {
    return path.resolve(EVENTS);
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
    return write(path, name, content);
  }

  private static Path write(Path path, String name, byte[] content) {
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
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return file;
  }

  /** Says how the run ended; called once, when everything else is written. */
  public void finish(RunStatus status) {
    writeStatus(path, status);
    finished = true;
  }

  /** Closes the logs; a run that did not {@link #finish} has failed. */
  @Override
  public void close() throws IOException {
    try (lock;
        events;
        scalars) {
      if (!finished) {
        writeStatus(path, RunStatus.FAILED);
      }
    }
  }

  private static void writeStatus(Path path, RunStatus status) {
    write(path, STATUS, (word(status) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** How a status file says it. */
  static String word(RunStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
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
