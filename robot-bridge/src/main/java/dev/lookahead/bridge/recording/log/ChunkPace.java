package dev.lookahead.bridge.recording.log;

import java.util.function.LongSupplier;

/** When a chunk is written: as soon as it is large enough, or its first message old enough. */
public final class ChunkPace {

  private final LogWriterSettings settings;
  private final LongSupplier nanoTime;
  private long began;

  /**
   * @param nanoTime a clock that never goes back
   */
  public ChunkPace(LogWriterSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /**
   * Whether the chunk has to be written before another message joins it. Asked for each message: an
   * empty chunk begins now.
   *
   * @param size of the chunk so far, in bytes
   */
  public boolean isOldBeforeNext(int size) {
    long now = nanoTime.getAsLong();
    boolean old = size > 0 && now - began >= settings.flushNanos();
    if (old || size == 0) {
      began = now;
    }
    return old;
  }

  /** Whether the chunk is large enough to be written. */
  public boolean isFull(int size) {
    return size >= settings.chunkBytes();
  }
}
