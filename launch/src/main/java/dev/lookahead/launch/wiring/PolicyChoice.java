package dev.lookahead.launch.wiring;

/** What is evaluated. */
public enum PolicyChoice {
  /** The planner on the learned model. */
  MODEL,
  /** The planner on the world's true dynamics, with the straight-line distance as cost. */
  ORACLE,
  /** The world's expert, which sees the true state. */
  EXPERT,
  /** Random actions. */
  RANDOM
}
