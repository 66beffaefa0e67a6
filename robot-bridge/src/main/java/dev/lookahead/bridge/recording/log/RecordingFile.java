package dev.lookahead.bridge.recording.log;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is read at any place, little-endian. Its size is taken once, on opening: what is
 * added later is not seen. Thread: one at a time.
 */
public final class RecordingFile implements AutoCloseable {

  private static final int WINDOW_BYTES = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
  private long windowStart;

  private RecordingFile(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
    window.limit(0);
  }

  /**
   * Opens a file.
   *
   * @throws DataException if it cannot be read
   */
  public static RecordingFile open(Path path) {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      return new RecordingFile(path, channel, channel.size());
    } catch (IOException unreadable) {
      throw new DataException(path, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** Its bytes. */
  public long size() {
    return size;
  }

  /** Whether so many bytes lie at a position. */
  public boolean has(long position, long bytes) {
    return position >= 0 && bytes >= 0 && position <= size && bytes <= size - position;
  }

  /**
   * Bytes that must be there, in a buffer that the next call may fill again. For reading from front
   * to back in small pieces.
   *
   * @param bytes already judged affordable
   * @throws DataException if the disk fails or the file has become shorter
   */
  public ByteBuffer peek(long position, int bytes) {
    if (bytes > WINDOW_BYTES) {
      return read(position, bytes);
    }
    long inWindow = position - windowStart;
    if (inWindow < 0 || inWindow + bytes > window.limit()) {
      window.clear().limit((int) Math.min(WINDOW_BYTES, size - position));
      windowStart = position;
      fill(window, position);
      inWindow = 0;
    }
    return window.slice((int) inWindow, bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Bytes that must be there, in an array of their own.
   *
   * @param bytes already judged affordable
   * @throws DataException if the disk fails or the file has become shorter
   */
  public ByteBuffer read(long position, int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    fill(buffer, position);
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  private void fill(ByteBuffer buffer, long position) {
    try {
      long at = position;
      while (buffer.hasRemaining()) {
        int count = channel.read(buffer, at);
        if (count < 0) {
          throw new DataException(
              path, "byte %d is there no more, the file has become shorter".formatted(at));
        }
        at += count;
      }
      buffer.flip();
    } catch (IOException failed) {
      throw new DataException(path, "cannot be read: " + failed.getMessage(), failed);
    }
  }

  /** A refusal of this file that names the place. */
  public DataException refused(long position, Exception cause) {
    return new DataException(path, "at byte %d: %s".formatted(position, cause.getMessage()), cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new DataException(path, "cannot be closed: " + failed.getMessage(), failed);
    }
  }
}
