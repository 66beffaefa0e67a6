package dev.lookahead.worldmodel.masking;

/**
 * How many tokens a view of a sample has.
 *
 * @param context visible tokens, at least one
 * @param blocks target blocks, at least one, each predicted by itself
 * @param perBlock tokens of a target block, at least one
 */
public record MaskCounts(int context, int blocks, int perBlock) {

  /** Refuses empty contexts and targets. */
  public MaskCounts {
    if (context < 1 || blocks < 1 || perBlock < 1) {
      throw new IllegalArgumentException(
          "context, blocks and perBlock are at least 1, got %d, %d and %d"
              .formatted(context, blocks, perBlock));
    }
  }

  /** All target tokens, those of overlapping blocks counted twice. */
  public int targets() {
    return blocks * perBlock;
  }
}
