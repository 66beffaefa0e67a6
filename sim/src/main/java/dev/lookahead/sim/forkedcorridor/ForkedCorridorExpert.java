package dev.lookahead.sim.forkedcorridor;

import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.worldmodel.Action;

/**
 * Drives at full speed to the goal; from the wrong branch back through the fork, to try its luck
 * again. It does not look at the coin, and has no memory.
 */
final class ForkedCorridorExpert implements ScriptedPolicy {

  /** Nearer than this, in m, it slows down. */
  private static final float SLOW_WITHIN = 0.4f;

  @Override
  public Action act(float[] state, float[] goal) {
    Lane here = Lane.of(state[0], state[1]);
    Lane there = Lane.of(goal[0], goal[1]);
    if (here == there) {
      return new Action(toward(goal[0] - state[0]), toward(goal[1] - state[1]));
    }
    return new Action(here == Lane.STEM ? 1 : -1, 0);
  }

  private static float toward(float distance) {
    return Math.max(-1, Math.min(1, distance / SLOW_WITHIN));
  }
}
