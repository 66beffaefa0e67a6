package dev.lookahead.bridge.ros1.node;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that {@code __log:=} names. When it is full it becomes {@code FILE.1}, in place of the
 * one before, and a new one begins. A file that cannot be written any more is given up: a node does
 * not stop for its log.
 */
final class LogFile implements AutoCloseable {

  private static final long MAX_BYTES = 16L << 20;
  private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);

  private final Path file;
  private final long maxBytes;
  private BufferedWriter out;
  private long bytes;
  private boolean broken;

  LogFile(Path file, long maxBytes) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    this.out = open();
  }

  /**
   * Opens a file and goes on at its end.
   *
   * @param name as the command line says it
   * @throws IOException with a sentence if it cannot be written
   */
  static LogFile open(String name) throws IOException {
    try {
      return new LogFile(Path.of(name), MAX_BYTES);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "expected a file that can be written in __log:=" + name + ", found: " + e, e);
    }
  }

  private BufferedWriter open() throws IOException {
    bytes = Files.exists(file) ? Files.size(file) : 0;
    return Files.newBufferedWriter(
        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Adds a line. */
  synchronized void add(String line) {
    if (broken) {
      return;
    }
    try {
      if (bytes > maxBytes) {
        out.close();
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        out = open();
      }
      out.write(line);
      out.newLine();
      out.flush();
      bytes += line.length() + 1;
    } catch (IOException e) {
      broken = true;
      LOG.warn("{} is no longer written: {}", file, e.toString());
    }
  }

  @Override
  public synchronized void close() {
    broken = true;
    try {
      out.close();
    } catch (IOException e) {
      LOG.debug("closing {}: {}", file, e.toString());
    }
  }
}
