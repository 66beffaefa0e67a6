package dev.lookahead.bridge.recording.log;

/**
 * What reading a message log may cost, whatever the file says.
 *
 * @param chunkBytes the most bytes of one chunk or message, packed or not, 1 KiB to 1 GiB
 * @param cacheBytes the most bytes of unpacked chunks that are kept, beside the one in use
 * @param messages the most messages whose place is kept
 * @param episodeBytes the most bytes of frames that are read at once
 */
public record LogLimits(int chunkBytes, long cacheBytes, int messages, int episodeBytes) {

  private static final int MIN_CHUNK_BYTES = 1 << 10;
  private static final int MAX_CHUNK_BYTES = 1 << 30;

  /** Checks the ranges. */
  public LogLimits {
    if (chunkBytes < MIN_CHUNK_BYTES || chunkBytes > MAX_CHUNK_BYTES) {
      throw new IllegalArgumentException(
          "chunkBytes is %d to %d, got %d".formatted(MIN_CHUNK_BYTES, MAX_CHUNK_BYTES, chunkBytes));
    }
    if (cacheBytes < 0 || messages < 1 || episodeBytes < 1) {
      throw new IllegalArgumentException(
          "cacheBytes is at least 0, messages and episodeBytes at least 1, got %d, %d and %d"
              .formatted(cacheBytes, messages, episodeBytes));
    }
  }

  /**
   * Chunks of at most 256 MiB, 64 MiB of them kept, 16 million messages, and 1 GiB of frames at
   * once.
   */
  public static LogLimits defaults() {
    return new LogLimits(256 << 20, 64L << 20, 1 << 24, 1 << 30);
  }
}
