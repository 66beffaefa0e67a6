package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;

/**
 * The multi-block masks of I-JEPA (Assran et al. 2023, section 3 and appendix A.1): from one large
 * block of a picture several smaller ones are predicted, each by itself; what of the large block
 * the small ones cover is taken out of the context.
 *
 * @param targets how many target blocks M, at least one; they may overlap
 * @param targetScale of a target block, a share of the grid
 * @param targetAspect rows over columns of a target block
 * @param contextScale of the context block, a share of the grid; its aspect is one
 * @param minContext the fewest visible tokens
 */
public record MultiBlockMasking(
    int targets, Range targetScale, Range targetAspect, Range contextScale, int minContext)
    implements Masking {

  /** Checks every range. */
  public MultiBlockMasking {
    if (targets < 1 || targets > 64) {
      throw new IllegalArgumentException("targets must be 1 to 64, got " + targets);
    }
    if (minContext < 1) {
      throw new IllegalArgumentException("minContext must be at least 1, got " + minContext);
    }
    Range.requireShare("targetScale", targetScale);
    Range.requireShare("contextScale", contextScale);
  }

  /** As published: 4 targets of 15 to 20 %, a context of 85 to 100 % less the targets. */
  public static MultiBlockMasking defaults() {
    return new MultiBlockMasking(
        4, new Range(0.15, 0.2), new Range(0.75, 1.5), new Range(0.85, 1), 10);
  }

  @Override
  public MaskSampler over(TokenGrid grid) {
    return new MultiBlockSampler(this, grid);
  }
}
