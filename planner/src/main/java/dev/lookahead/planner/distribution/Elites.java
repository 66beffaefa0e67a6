package dev.lookahead.planner.distribution;

/**
 * The cheapest candidates of an iteration, copied out of the samples, best first. Working storage
 * of one planning call; a selection allocates nothing and sorts no more than it keeps.
 */
public final class Elites {

  private final int dimensions;
  private final int[] order;
  private float[] costs;
  private float[] values;
  private float[] previousCosts;
  private float[] previousValues;
  private int count;

  /**
   * Makes room.
   *
   * @param capacity E, the most that are kept
   * @param dimensions D, values per candidate
   */
  public Elites(int capacity, int dimensions) {
    this.dimensions = dimensions;
    this.order = new int[capacity];
    this.costs = new float[capacity];
    this.values = new float[capacity * dimensions];
    this.previousCosts = new float[capacity];
    this.previousValues = new float[capacity * dimensions];
  }

  /** How many there are; fewer than the capacity if too few candidates had a finite cost. */
  public int count() {
    return count;
  }

  /** The cost of one, best first. */
  public float cost(int elite) {
    return costs[elite];
  }

  /** [E, D], the first {@link #count()} rows are in use; not a copy. */
  public float[] values() {
    return values;
  }

  /**
   * Replaces the elites by the cheapest of the candidates and the first of the present elites.
   * Equal costs rank by position, candidates first; infinite costs are never elite.
   *
   * @param candidateCosts [N] without NaN
   * @param samples at least [N, D]
   * @param kept how many of the present elites compete again, at most as many as there are
   */
  public void select(float[] candidateCosts, float[] samples, int kept) {
    swapBuffers();
    int candidates = candidateCosts.length;
    int chosen = 0;
    for (int i = 0; i < candidates + kept; i++) {
      float cost = costOf(i, candidateCosts);
      if (cost == Float.POSITIVE_INFINITY) {
        continue;
      }
      if (chosen < order.length) {
        chosen = insert(i, chosen, candidateCosts);
      } else if (cost < costOf(order[chosen - 1], candidateCosts)) {
        insert(i, chosen - 1, candidateCosts);
      }
    }
    for (int e = 0; e < chosen; e++) {
      int from = order[e];
      costs[e] = costOf(from, candidateCosts);
      if (from < candidates) {
        System.arraycopy(samples, from * dimensions, values, e * dimensions, dimensions);
      } else {
        int old = (from - candidates) * dimensions;
        System.arraycopy(previousValues, old, values, e * dimensions, dimensions);
      }
    }
    count = chosen;
  }

  private void swapBuffers() {
    float[] spareCosts = previousCosts;
    previousCosts = costs;
    costs = spareCosts;
    float[] spareValues = previousValues;
    previousValues = values;
    values = spareValues;
  }

  private float costOf(int index, float[] candidateCosts) {
    int candidates = candidateCosts.length;
    return index < candidates ? candidateCosts[index] : previousCosts[index - candidates];
  }

  /** Puts an index in its place among the first {@code sorted} of the order, after its equals. */
  private int insert(int index, int sorted, float[] candidateCosts) {
    float cost = costOf(index, candidateCosts);
    int low = 0;
    int high = sorted;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (costOf(order[middle], candidateCosts) <= cost) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    System.arraycopy(order, low, order, low + 1, sorted - low);
    order[low] = index;
    return sorted + 1;
  }
}
