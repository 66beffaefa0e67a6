package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;

/** How tokens are hidden, whatever the grid. */
public sealed interface Masking permits MultiBlockMasking, TubeMasking, RandomMasking {

  /**
   * The sampler for a grid.
   *
   * @throws IllegalArgumentException if blocks do not fit the grid, or leave too little context;
   *     names what was asked for and what the grid gives
   */
  MaskSampler over(TokenGrid grid);
}
