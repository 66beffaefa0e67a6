package dev.lookahead.planner.distribution;

/**
 * How one axis is searched, in shares of half its range.
 *
 * @param low the least value a candidate may have, -1 to {@code high}
 * @param high the greatest, up to 1; an axis with {@code low} = {@code high} is held there
 * @param initialStd the standard deviation of the first iteration, 0 or more
 * @param minStd the least standard deviation after a fit, 0 or more
 * @param momentum the share of the old mean that survives a fit, 0 to 1
 * @param stdMomentum the share of the old standard deviation that survives a fit; 1 never changes
 *     it
 */
public record AxisSearch(
    float low, float high, float initialStd, float minStd, float momentum, float stdMomentum) {

  /** Refuses an interval that is empty or leaves the range. */
  public AxisSearch {
    if (!(low >= -1 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "an axis is searched in an interval inside [-1, 1], got [" + low + ", " + high + "]");
    }
  }

  /** A search of the whole range. */
  public static AxisSearch wholeRange(
      float initialStd, float minStd, float momentum, float stdMomentum) {
    return new AxisSearch(-1, 1, initialStd, minStd, momentum, stdMomentum);
  }

  /** Whether candidates may differ on this axis. */
  public boolean free() {
    return high > low;
  }
}
