package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The extent of a rectangle of token places: k = floor(scale R C) tokens of height over width a
 * become round(sqrt(k a)) rows and round(sqrt(k / a)) columns, at most those of the grid
 * (facebookresearch/ijepa, {@code src/masks/multiblock.py}, {@code _sample_block_size};
 * facebookresearch/jepa, {@code src/masks/multiblock3d.py}).
 *
 * <p>I-JEPA's code draws scale and aspect from one random number, so that large blocks are tall;
 * the paper draws them independently, and so do we.
 *
 * @param rows at least one
 * @param columns at least one
 */
record BlockSize(int rows, int columns) {

  int tokens() {
    return rows * columns;
  }

  /**
   * Draws a size.
   *
   * @param scale of the grid's places
   * @param aspect rows over columns
   */
  static BlockSize draw(TokenGrid grid, Range scale, Range aspect, RandomGenerator random) {
    int kept = (int) (grid.perTubelet() * scale.at(random.nextDouble()));
    return of(grid, kept, aspect.at(random.nextDouble()));
  }

  /**
   * Every size that can be drawn, in no particular order.
   *
   * @throws IllegalArgumentException if the smallest is not a token
   */
  static List<BlockSize> all(String setting, TokenGrid grid, Range scale, Range aspect) {
    int fewest = (int) (grid.perTubelet() * scale.min());
    if (fewest < 1) {
      throw new IllegalArgumentException(
          "%s %s of %d x %d tokens is less than one token; the grid is too small"
              .formatted(setting, scale.min(), grid.rows(), grid.columns()));
    }
    Set<BlockSize> sizes = new LinkedHashSet<>();
    for (int kept = fewest; kept <= (int) (grid.perTubelet() * scale.max()); kept++) {
      List<Double> turns = turns(kept, aspect);
      for (int i = 0; i + 1 < turns.size(); i++) {
        sizes.add(of(grid, kept, (turns.get(i) + turns.get(i + 1)) / 2));
      }
      sizes.add(of(grid, kept, aspect.min()));
      sizes.add(of(grid, kept, aspect.max()));
    }
    return List.copyOf(sizes);
  }

  private static BlockSize of(TokenGrid grid, int kept, double aspect) {
    int rows = (int) Math.round(Math.sqrt(kept * aspect));
    int columns = (int) Math.round(Math.sqrt(kept / aspect));
    return new BlockSize(
        Math.max(1, Math.min(grid.rows(), rows)), Math.max(1, Math.min(grid.columns(), columns)));
  }

  /** The aspects at which one of the two roundings changes, with the ends of the range. */
  private static List<Double> turns(int kept, Range aspect) {
    List<Double> turns = new ArrayList<>(List.of(aspect.min(), aspect.max()));
    for (double half = 0.5; half * half / kept < aspect.max(); half++) {
      turns.add(half * half / kept);
    }
    for (double half = 0.5; kept / (half * half) > aspect.min(); half++) {
      turns.add(kept / (half * half));
    }
    return turns.stream().filter(a -> a >= aspect.min() && a <= aspect.max()).sorted().toList();
  }
}
