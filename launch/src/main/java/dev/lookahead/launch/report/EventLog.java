package dev.lookahead.launch.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Appends events to a file, one JSON object per line: {@code event} is the name of the record,
 * {@code time} when it was written, and the rest are its components. Every line is flushed, so that
 * after a crash at most the last line is incomplete. Thread-safe.
 */
public final class EventLog implements Consumer<Record>, AutoCloseable {

  private final FileChannel file;
  private final Writer out;
  private final InstantSource clock;

  /** Opens a log and keeps what it already holds. */
  public EventLog(Path file, InstantSource clock) throws IOException {
    this.clock = clock;
    this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.out = new BufferedWriter(Channels.newWriter(this.file, StandardCharsets.UTF_8));
  }

  /**
   * Forgets all that follows the first bytes.
   *
   * @param bytes the end of a line, for a log to go on from there
   */
  public synchronized void truncate(long bytes) throws IOException {
    file.truncate(bytes);
  }

  /**
   * Appends an event.
   *
   * @throws UncheckedIOException if the file cannot be written, for example on a full disk
   */
  @Override
  public synchronized void accept(Record event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event.getClass().getSimpleName());
    line.put("time", clock.instant());
    JsonText.tree(event).forEach((name, value) -> line.put(String.valueOf(name), value));
    try {
      out.write(JsonText.line(line) + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
