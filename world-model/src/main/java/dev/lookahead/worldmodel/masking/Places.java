package dev.lookahead.worldmodel.masking;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/** Sets of token places, as ascending indices. */
final class Places {

  /** Of so many draws the counts are measured. */
  private static final int DRAWS = 512;

  /** The share of draws that may fall short of a count and be drawn again. */
  private static final int ONE_IN = 32;

  /** Masks of which fewer draws than this share are possible are refused. */
  private static final int POSSIBLE_ONE_IN = 4;

  private Places() {}

  /** The places that are set. */
  static int[] of(boolean[] marked) {
    int[] places = new int[marked.length];
    int count = 0;
    for (int i = 0; i < marked.length; i++) {
      if (marked[i]) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  /**
   * So many of the places, each subset alike, ascending. The reference keeps the first ones, so
   * that what is lost is always at the bottom.
   */
  static int[] keep(int[] places, int count, RandomGenerator random) {
    int[] shuffled = places.clone();
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(shuffled.length - i);
      int swapped = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = swapped;
    }
    int[] kept = Arrays.copyOf(shuffled, count);
    Arrays.sort(kept);
    return kept;
  }

  /** The same places at every time, time by time. */
  static int[] throughTime(int[] places, int tubelets, int perTubelet) {
    int[] tokens = new int[places.length * tubelets];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = i / places.length * perTubelet + places[i % places.length];
    }
    return tokens;
  }

  /**
   * The count that all but one in 32 of the draws reach, among those that reach the least.
   *
   * @param what is counted, for the refusal
   * @param draw the count of the i-th draw
   * @throws IllegalArgumentException if three quarters of the draws have fewer than the least
   */
  static int reached(String what, int least, IntUnaryOperator draw) {
    int[] counts = new int[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      counts[i] = draw.applyAsInt(i);
    }
    Arrays.sort(counts);
    int[] enough = Arrays.stream(counts).filter(count -> count >= least).toArray();
    if (enough.length < DRAWS / POSSIBLE_ONE_IN) {
      throw new IllegalArgumentException(
          "these masks leave a %s of %d tokens in the middle of %d draws, at least %d are needed; hide less or take a larger grid"
              .formatted(what, counts[DRAWS / 2], DRAWS, least));
    }
    return enough[enough.length / ONE_IN];
  }
}
