package dev.lookahead.sim.collect;

import java.util.List;

/**
 * What is recorded.
 *
 * @param episodes how many, at least 2: one to train on and one to hold out
 * @param steps the most steps of an episode, at least 2
 * @param newGoals what happens at a goal: whether a new one is drawn, or the episode ends
 * @param actors who acts
 * @param seed of starts, goals, noise and the choice of actors
 */
public record CollectionRecipe(
    int episodes, int steps, boolean newGoals, List<ActorShare> actors, long seed) {

  private static final int MAX_EPISODES = 10_000_000;
  private static final int MAX_STEPS = 1_000_000;

  /** Checks the ranges. */
  public CollectionRecipe {
    actors = List.copyOf(actors);
    if (episodes < 2 || episodes > MAX_EPISODES || steps < 2 || steps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "episodes must be in [2, %d] and steps in [2, %d], got %d and %d"
              .formatted(MAX_EPISODES, MAX_STEPS, episodes, steps));
    }
    if (actors.isEmpty()) {
      throw new IllegalArgumentException("actors must name at least one, got none");
    }
  }

  /** One noise-free expert, 100 episodes of at most 100 steps. */
  public static CollectionRecipe defaults() {
    return new CollectionRecipe(100, 100, false, List.of(ActorShare.defaults()), 1);
  }

  /** The actor that a uniform draw in [0, 1) chooses. */
  ActorShare actor(double draw) {
    double total = actors.stream().mapToDouble(ActorShare::weight).sum();
    double left = draw * total;
    for (ActorShare share : actors) {
      left -= share.weight();
      if (left < 0) {
        return share;
      }
    }
    return actors.get(actors.size() - 1);
  }
}
