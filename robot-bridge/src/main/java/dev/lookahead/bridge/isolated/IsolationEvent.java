package dev.lookahead.bridge.isolated;

/** What happens to the planner's processes. */
public sealed interface IsolationEvent {

  /** A process was started. */
  record Started(long pid) implements IsolationEvent {}

  /**
   * A process is warm.
   *
   * @param sinceStartNanos how long that took from its start
   * @param plans how many plans its warm-up took
   */
  record Warm(long pid, long sinceStartNanos, int plans) implements IsolationEvent {}

  /**
   * A process plans from now on.
   *
   * @param pid of the process
   */
  record TookOver(long pid) implements IsolationEvent {}

  /**
   * A process ended, or was killed.
   *
   * @param planning whether it was the one that planned
   * @param cause what was wrong with it
   */
  record Lost(long pid, boolean planning, String cause) implements IsolationEvent {}

  /** Too many crashes: no process is started again. */
  record GaveUp(int crashes) implements IsolationEvent {}
}
