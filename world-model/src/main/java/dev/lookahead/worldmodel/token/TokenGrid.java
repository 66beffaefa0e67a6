package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.RotaryPositions;
import java.util.stream.IntStream;

/**
 * Where tokens stand: tubelets in time, rows from the top, columns from the left. Token {@code i}
 * stands at time {@code i / (rows columns)}, row {@code i / columns % rows} and column {@code i %
 * columns}, the order of V-JEPA 2 (Assran et al. 2025) and, with one tubelet, of I-JEPA.
 *
 * @param tubelets in time, one for a picture
 * @param rows of patches
 * @param columns of patches
 */
public record TokenGrid(int tubelets, int rows, int columns) {

  private static final int MOST_TOKENS = 1 << 20;

  /** Checks that there is a token, and that there are not absurdly many. */
  public TokenGrid {
    if (tubelets < 1
        || rows < 1
        || columns < 1
        || (long) tubelets * rows > MOST_TOKENS
        || (long) tubelets * rows * columns > MOST_TOKENS) {
      throw new IllegalArgumentException(
          "a grid has at least 1 and at most %d tokens, got %d x %d x %d"
              .formatted(MOST_TOKENS, tubelets, rows, columns));
    }
  }

  /** Of one picture. */
  public static TokenGrid picture(int rows, int columns) {
    return new TokenGrid(1, rows, columns);
  }

  /**
   * Of a clip.
   *
   * @param frames a multiple of tubelet
   * @param height in pixels, a multiple of patch
   * @param width in pixels, a multiple of patch
   * @param tubelet how many frames a token spans
   * @param patch the side of a token in pixels
   */
  public static TokenGrid tiling(int frames, int height, int width, int tubelet, int patch) {
    if (tubelet < 1
        || patch < 1
        || frames % tubelet != 0
        || height % patch != 0
        || width % patch != 0) {
      throw new IllegalArgumentException(
          "tubelets of %d frames and %d x %d pixels do not tile %d frames of %d x %d"
              .formatted(tubelet, patch, patch, frames, height, width));
    }
    return new TokenGrid(frames / tubelet, height / patch, width / patch);
  }

  /** The number of tokens N. */
  public int tokens() {
    return tubelets * rows * columns;
  }

  /** The number of tokens that stand at one time. */
  public int perTubelet() {
    return rows * columns;
  }

  /** The token at a place. */
  public int token(int tubelet, int row, int column) {
    return (tubelet * rows + row) * columns + column;
  }

  /** When token {@code i} is. */
  public int tubelet(int token) {
    return token / perTubelet();
  }

  /** The row of token {@code i}. */
  public int row(int token) {
    return token / columns % rows;
  }

  /** The column of token {@code i}. */
  public int column(int token) {
    return token % columns;
  }

  /**
   * Rotary positions of all tokens.
   *
   * @param headWidth the extent of an attention head
   */
  public RotaryPositions rotations(int headWidth) {
    return RotaryPositions.of(
        headWidth,
        IntStream.range(0, tokens())
            .mapToObj(i -> new RotaryPositions.Place(tubelet(i), row(i), column(i)))
            .toList());
  }
}
