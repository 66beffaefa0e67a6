package dev.lookahead.bridge.runlog;

import java.util.List;
import java.util.Objects;

/**
 * An observation as the robot port handed it out.
 *
 * @param stampNanos on the clock of its source
 * @param receiptNanos on the clock of the loop
 * @param proprioception what was felt
 * @param width of the frame
 * @param height of the frame
 * @param offset where the frame begins in {@code frames.rgb}; -1 if it was not kept
 * @param sha256 of the frame's bytes, hexadecimal
 */
public record SeenLine(
    long stampNanos,
    long receiptNanos,
    List<Float> proprioception,
    int width,
    int height,
    long offset,
    String sha256) {

  private static final int MAX_SIDE = 8192;

  /** Copies the list and refuses what no frame can be. */
  public SeenLine {
    proprioception = List.copyOf(proprioception);
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a frame is 1 to %d pixels on each side, got %dx%d".formatted(MAX_SIDE, width, height));
    }
    Objects.requireNonNull(sha256, "sha256");
  }
}
