package dev.lookahead.bridge.recording.log;

/**
 * How a file of messages is written.
 *
 * @param compression of the chunks
 * @param chunkBytes the content at which a chunk is written, 1 KiB to 64 MiB
 * @param flushNanos the time after which a chunk is written even if it is small, which is also the
 *     most that killing the program loses of a steady stream; 1 ms to 1 min
 */
public record LogWriterSettings(Compression compression, int chunkBytes, long flushNanos) {

  private static final int MIN_CHUNK_BYTES = 1 << 10;
  private static final int MAX_CHUNK_BYTES = 64 << 20;
  private static final long MIN_FLUSH_NANOS = 1_000_000;
  private static final long MAX_FLUSH_NANOS = 60_000_000_000L;

  /** Checks the ranges. */
  public LogWriterSettings {
    if (chunkBytes < MIN_CHUNK_BYTES || chunkBytes > MAX_CHUNK_BYTES) {
      throw new IllegalArgumentException(
          "chunkBytes is %d to %d, got %d".formatted(MIN_CHUNK_BYTES, MAX_CHUNK_BYTES, chunkBytes));
    }
    if (flushNanos < MIN_FLUSH_NANOS || flushNanos > MAX_FLUSH_NANOS) {
      throw new IllegalArgumentException(
          "flushNanos is %d to %d, got %d".formatted(MIN_FLUSH_NANOS, MAX_FLUSH_NANOS, flushNanos));
    }
  }

  /** Chunks of LZ4 and 1 MiB, written every half second at the latest. */
  public static LogWriterSettings defaults() {
    return new LogWriterSettings(Compression.LZ4, 1 << 20, 500_000_000);
  }

  /** These with another compression. */
  public LogWriterSettings withCompression(Compression other) {
    return new LogWriterSettings(other, chunkBytes, flushNanos);
  }
}
