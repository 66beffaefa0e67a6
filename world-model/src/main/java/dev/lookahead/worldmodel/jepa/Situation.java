package dev.lookahead.worldmodel.jepa;

/**
 * Where the candidates of one planning call start and go, encoded. Compared by identity: every
 * planning call makes its own.
 */
final class Situation {

  private final float[] context;
  private final float[] goal;
  private final float[] executed;

  /** Takes the arrays over: context [T, D], goal [goalWidth], executed blocks [T - 1, K A]. */
  Situation(float[] context, float[] goal, float[] executed) {
    this.context = context;
    this.goal = goal;
    this.executed = executed;
  }

  float[] context() {
    return context;
  }

  float[] goal() {
    return goal;
  }

  float[] executed() {
    return executed;
  }
}
