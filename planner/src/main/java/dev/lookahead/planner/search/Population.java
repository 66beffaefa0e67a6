package dev.lookahead.planner.search;

import dev.lookahead.worldmodel.ActionSequences;
import java.util.ArrayList;
import java.util.List;

/** Room for N candidates and their costs; kept per N, because a decaying population comes back. */
final class Population {

  final ActionSequences actions;
  final float[] costs;

  private Population(int candidates, int horizonSteps, int size) {
    actions = new ActionSequences(candidates, horizonSteps, size);
    costs = new float[candidates];
  }

  /** The populations of one planning call. */
  static final class Pool {

    private final int horizonSteps;
    private final int size;
    private final List<Population> made = new ArrayList<>();

    Pool(int horizonSteps, int size) {
      this.horizonSteps = horizonSteps;
      this.size = size;
    }

    Population of(int candidates) {
      for (int i = 0; i < made.size(); i++) {
        if (made.get(i).costs.length == candidates) {
          return made.get(i);
        }
      }
      Population population = new Population(candidates, horizonSteps, size);
      made.add(population);
      return population;
    }
  }
}
