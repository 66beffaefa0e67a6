package dev.lookahead.worldmodel.masking;

import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.List;

/**
 * The multi-block masks of V-JEPA (Bardes et al. 2024, section 3.2; facebookresearch/jepa, {@code
 * src/masks/multiblock3d.py}; V-JEPA 2 keeps them): rectangles that last as long as the clip. Every
 * kind of mask gives a view of each clip: its blocks together are the target, all else is the
 * context.
 *
 * @param kinds the views, at least one
 * @param minContext the fewest visible places; each is a tube of tokens
 */
public record TubeMasking(List<Kind> kinds, int minContext) implements Masking {

  /**
   * Blocks of one view.
   *
   * @param blocks how many, 1 to 64; they may overlap
   * @param scale of one block, a share of the picture
   * @param aspect rows over columns
   */
  public record Kind(int blocks, Range scale, Range aspect) {

    /** Checks every range. */
    public Kind {
      if (blocks < 1 || blocks > 64) {
        throw new IllegalArgumentException("blocks must be 1 to 64, got " + blocks);
      }
      Range.requireShare("scale", scale);
    }

    /** Short-range masks: 8 blocks of 15 %. */
    public static Kind defaults() {
      return new Kind(8, new Range(0.15, 0.15), new Range(0.75, 1.5));
    }
  }

  /** Copies the list. */
  public TubeMasking {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty() || minContext < 1) {
      throw new IllegalArgumentException(
          "there must be at least 1 kind and minContext must be at least 1, got %d and %d"
              .formatted(kinds.size(), minContext));
    }
  }

  /** As published: short-range masks, and long-range ones of 2 blocks of 70 %. */
  public static TubeMasking defaults() {
    return new TubeMasking(
        List.of(Kind.defaults(), new Kind(2, new Range(0.7, 0.7), new Range(0.75, 1.5))), 1);
  }

  @Override
  public MaskSampler over(TokenGrid grid) {
    return new TubeSampler(this, grid);
  }
}
