package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;

/**
 * Places hidden one by one, each subset alike: the baseline of I-JEPA's ablation (Assran et al.
 * 2023, table 6) and the masks of MAE (He et al. 2022). All that is not hidden is the context. In a
 * clip a place is hidden for its whole length.
 *
 * @param hidden the share of places, in (0, 1)
 */
public record RandomMasking(double hidden) implements Masking {

  /** Checks the range. */
  public RandomMasking {
    if (!(hidden > 0 && hidden < 1)) {
      throw new IllegalArgumentException("hidden must be in (0, 1), got " + hidden);
    }
  }

  /** 60 %, as in I-JEPA's ablation. */
  public static RandomMasking defaults() {
    return new RandomMasking(0.6);
  }

  @Override
  public MaskSampler over(TokenGrid grid) {
    return new RandomSampler(this, grid);
  }
}
