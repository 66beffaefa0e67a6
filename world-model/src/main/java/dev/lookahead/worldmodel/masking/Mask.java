package dev.lookahead.worldmodel.masking;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What is seen and what is to be predicted in one view of one sample. No target token is in the
 * context. Immutable, equality by content.
 */
public final class Mask {

  private final int[] context;
  private final int[][] targets;

  /** Takes the arrays over: token indices, ascending in the context and in every target block. */
  Mask(int[] context, int[][] targets) {
    this.context = context;
    this.targets = targets;
  }

  /** How many tokens are visible. */
  int visible() {
    return context.length;
  }

  /** The same targets with so many of the visible tokens. */
  Mask keeping(int count, RandomGenerator random) {
    return new Mask(Places.keep(context, count, random), targets);
  }

  /** The visible tokens, ascending. */
  public int[] context() {
    return context.clone();
  }

  /** The number of target blocks; they may overlap each other. */
  public int blocks() {
    return targets.length;
  }

  /** The tokens of one target block, ascending. */
  public int[] target(int block) {
    return targets[block].clone();
  }

  /** How many tokens it has. */
  public MaskCounts counts() {
    return new MaskCounts(context.length, targets.length, targets[0].length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask that
        && Arrays.equals(context, that.context)
        && Arrays.deepEquals(targets, that.targets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(context) + Arrays.deepHashCode(targets);
  }

  @Override
  public String toString() {
    return "Mask[context=%s, targets=%s]"
        .formatted(Arrays.toString(context), Arrays.deepToString(targets));
  }
}
