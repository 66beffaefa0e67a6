package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log, read back. What was being written when the process died is left out: the last line if it
 * has no line feed, and everything from the first line on whose frame is not complete. Thread: one
 * at a time.
 */
public final class RecordedRun implements AutoCloseable {

  private static final int MAX_LINE_CHARS = 1 << 20;
  private static final int MAX_LINES = 20_000_000;

  private final LogHeader header;
  private final List<LogLine> lines;
  private final FrameFile frames;

  private RecordedRun(LogHeader header, List<LogLine> lines, FrameFile frames) {
    this.header = header;
    this.lines = lines;
    this.frames = frames;
  }

  /**
   * Reads a log.
   *
   * @throws DataException if there is none, or it is damaged anywhere but at its end
   */
  public static RecordedRun open(Path directory) {
    Path headerFile = directory.resolve(RunLogWriter.HEADER);
    if (!Files.isRegularFile(headerFile)) {
      throw new DataException(directory, "a log of a run has a run.json, there is none here");
    }
    try {
      LogHeader header = header(headerFile);
      Path frameFile = directory.resolve(RunLogWriter.FRAMES);
      FrameFile frames =
          new FrameFile(frameFile, FileChannel.open(frameFile, StandardOpenOption.READ), 0);
      try {
        return new RecordedRun(
            header, lines(directory.resolve(RunLogWriter.LINES), frames), frames);
      } catch (IOException | RuntimeException e) {
        frames.close();
        throw e;
      }
    } catch (IOException unreadable) {
      throw new DataException(directory, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static LogHeader header(Path file) throws IOException {
    if (Files.size(file) > MAX_LINE_CHARS) {
      throw new DataException(file, "a header has at most %d bytes".formatted(MAX_LINE_CHARS));
    }
    try {
      LogHeader header = LogJson.read(Files.readString(file), LogHeader.class);
      if (header.formatVersion() != LogHeader.FORMAT_VERSION) {
        throw new DataException(
            file,
            "the format version should be %d, found %d"
                .formatted(LogHeader.FORMAT_VERSION, header.formatVersion()));
      }
      // What it holds must fit together before anything is made of it.
      header.safetyProfile();
      return header;
    } catch (IllegalArgumentException malformed) {
      throw new DataException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  private static List<LogLine> lines(Path file, FrameFile frames) throws IOException {
    List<LogLine> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String text = line(reader, file); text != null; text = line(reader, file)) {
        LogLine line = parse(text, file, lines.size());
        if (!holdsPictures(frames, line)) {
          break;
        }
        lines.add(line);
        if (lines.size() > MAX_LINES) {
          throw new DataException(file, "a log has at most %d lines".formatted(MAX_LINES));
        }
      }
    }
    return lines;
  }

  private static boolean holdsPictures(FrameFile frames, LogLine line) throws IOException {
    for (SeenLine picture : line.pictures()) {
      if (picture.offset() >= 0 && !frames.holds(picture)) {
        return false;
      }
    }
    return true;
  }

  /** The next line that ends with a line feed; null if there is none. */
  private static @Nullable String line(BufferedReader reader, Path file) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return line.toString();
      }
      line.append((char) c);
      if (line.length() > MAX_LINE_CHARS) {
        throw new DataException(file, "a line has at most %d characters".formatted(MAX_LINE_CHARS));
      }
    }
    return null;
  }

  private static LogLine parse(String text, Path file, int before) {
    try {
      return LogJson.read(text, LogLine.class);
    } catch (IllegalArgumentException malformed) {
      throw new DataException(
          file, "line %d: %s".formatted(before + 1, malformed.getMessage()), malformed);
    }
  }

  /** What holds for the whole run. */
  public LogHeader header() {
    return header;
  }

  /** All that happened, in order. */
  public List<LogLine> lines() {
    return List.copyOf(lines);
  }

  /**
   * What was seen.
   *
   * @throws DataException if the frame was not kept or is damaged
   */
  public Sighting sighting(SeenLine line) {
    try {
      return frames.read(line);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The picture to reach; empty if there was none. */
  public Optional<CameraFrame> goal() {
    return header.goalLine().map(line -> sighting(line).observation().frame());
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
