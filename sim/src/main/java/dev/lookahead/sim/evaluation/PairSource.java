package dev.lookahead.sim.evaluation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws pairs of start and goal: the way a protocol's own pairs were drawn. */
public sealed interface PairSource permits DrawnPairs, ExpertOffsetPairs {

  /**
   * Draws.
   *
   * @param count how many, at least 1
   * @return the same for the same state of the generator
   */
  List<StartGoal> draw(int count, RandomGenerator random);
}
