package dev.lookahead.worldmodel;

/**
 * A learned or hand-written model of how observations follow actions. Thread: one at a time.
 * Closing it frees its device memory; rollouts still open become invalid.
 */
public interface WorldModel extends AutoCloseable {

  /** What this model expects and accepts. */
  WorldModelSpec spec();

  /**
   * Encodes context and goal once, for one planning call.
   *
   * @return the cost of candidates from here to the goal; the caller closes it
   * @throws IllegalArgumentException if history or goal do not match {@link #spec()}
   */
  Rollouts rollouts(History history, Goal goal);

  @Override
  void close();
}
