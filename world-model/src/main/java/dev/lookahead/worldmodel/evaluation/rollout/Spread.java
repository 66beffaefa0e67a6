package dev.lookahead.worldmodel.evaluation.rollout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A few whole numbers of a range, as far apart as they can be. */
final class Spread {

  private Spread() {}

  /** At most so many different numbers from first to last, evenly; none if last is before. */
  static int[] over(int first, int last, int count) {
    int available = Math.max(0, last - first + 1);
    int taken = Math.min(count, available);
    return IntStream.range(0, taken)
        .map(i -> first + (taken == 1 ? 0 : (int) ((long) i * (available - 1) / (taken - 1))))
        .toArray();
  }

  /**
   * At most so many of some numbers, evenly.
   *
   * @param phase which ones: that of another episode gives others
   */
  static int[] thinned(int[] numbers, int count, int phase) {
    int taken = Math.min(count, numbers.length);
    int shift = taken == 0 ? 0 : phase % (numbers.length / taken);
    return IntStream.range(0, taken)
        .map(i -> numbers[i * numbers.length / taken + shift])
        .toArray();
  }

  static List<Integer> list(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
