package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.ActionAxis;
import java.util.SplittableRandom;

/** Actions a planner might have tried: uniform over the range of their axis. */
final class RandomActions {

  private RandomActions() {}

  static float value(SplittableRandom random, ActionAxis axis) {
    return axis.low() + (axis.high() - axis.low()) * (float) random.nextDouble();
  }
}
