package dev.lookahead.worldmodel;

import java.util.Arrays;

/**
 * Candidate plans [N, H, A]: N sequences of H actions with A dimensions, in the units of the action
 * space, stored flat and row-major.
 *
 * <p>The one mutable type of the contract: a planner allocates it once per plan and refills it
 * every iteration, so that planning does not allocate. Whoever receives it reads it during the call
 * and keeps no reference. Not thread-safe.
 */
public final class ActionSequences {

  private final int candidates;
  private final int horizon;
  private final int size;
  private final float[] values;

  /**
   * Allocates N x H x A zeros.
   *
   * @throws IllegalArgumentException if a size is below one or the product exceeds the array limit
   */
  public ActionSequences(int candidates, int horizon, int size) {
    if (candidates < 1 || horizon < 1 || size < 1) {
      throw new IllegalArgumentException(
          "action sequences need at least 1 candidate, step and axis, got ["
              + candidates
              + ", "
              + horizon
              + ", "
              + size
              + "]");
    }
    this.candidates = candidates;
    this.horizon = horizon;
    this.size = size;
    this.values = new float[Math.multiplyExact(Math.multiplyExact(candidates, horizon), size)];
  }

  /** The number of candidates N. */
  public int candidates() {
    return candidates;
  }

  /** The number of environment steps H. */
  public int horizon() {
    return horizon;
  }

  /** The number of action dimensions A. */
  public int size() {
    return size;
  }

  /** One value. */
  public float get(int candidate, int step, int axis) {
    return values[offset(candidate, step) + axis];
  }

  /** Replaces one value. */
  public void set(int candidate, int step, int axis, float value) {
    values[offset(candidate, step) + axis] = value;
  }

  /** The index of the first value of a candidate's step in {@link #values()}. */
  public int offset(int candidate, int step) {
    return (candidate * horizon + step) * size;
  }

  /** The backing array [N, H, A], not a copy: writing to it writes the candidates. */
  public float[] values() {
    return values;
  }

  /** A copy of one action. */
  public Action action(int candidate, int step) {
    int from = offset(candidate, step);
    return new Action(Arrays.copyOfRange(values, from, from + size));
  }

  /** A copy of one candidate [H, A]. */
  public float[] candidate(int candidate) {
    return Arrays.copyOfRange(values, offset(candidate, 0), offset(candidate, 0) + horizon * size);
  }

  /** Copies a sequence [H, A] over a candidate. */
  public void setCandidate(int candidate, float[] sequence) {
    if (sequence.length != horizon * size) {
      throw new IllegalArgumentException(
          "a candidate has " + horizon + " x " + size + " values, got " + sequence.length);
    }
    System.arraycopy(sequence, 0, values, offset(candidate, 0), sequence.length);
  }
}
