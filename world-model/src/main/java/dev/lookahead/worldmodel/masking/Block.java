package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.random.RandomGenerator;

/**
 * A rectangle of token places at one time.
 *
 * @param top its first row
 * @param left its first column
 * @param size its extent
 */
record Block(int top, int left, BlockSize size) {

  /** A rectangle anywhere on the grid, every place alike. */
  static Block draw(TokenGrid grid, BlockSize size, RandomGenerator random) {
    return new Block(
        random.nextInt(grid.rows() - size.rows() + 1),
        random.nextInt(grid.columns() - size.columns() + 1),
        size);
  }

  /** Sets the places it covers. */
  void mark(TokenGrid grid, boolean[] places) {
    for (int row = top; row < top + size.rows(); row++) {
      for (int column = left; column < left + size.columns(); column++) {
        places[grid.token(0, row, column)] = true;
      }
    }
  }
}
