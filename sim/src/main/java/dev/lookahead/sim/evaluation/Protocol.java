package dev.lookahead.sim.evaluation;

import dev.lookahead.sim.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is evaluated: the episodes, and how long each lasts.
 *
 * @param environment the name of the world, for example {@code two-room}
 * @param name the name of the protocol, for example {@code offset25}
 * @param controlPeriod how long a step must last; empty if the world has only one rhythm
 * @param budgetSteps environment steps of every episode, 1 to 100,000; an episode neither ends
 *     earlier nor later
 * @param episodes at least one
 */
public record Protocol(
    String environment,
    String name,
    Optional<Duration> controlPeriod,
    int budgetSteps,
    List<StartGoal> episodes) {

  private static final int MAX_BUDGET = 100_000;
  private static final int MAX_PROBLEMS_NAMED = 5;

  /** Copies the episodes and checks the ranges. */
  public Protocol {
    episodes = List.copyOf(episodes);
    if (budgetSteps < 1 || budgetSteps > MAX_BUDGET) {
      throw new IllegalArgumentException(
          "budget_steps of '" + name + "' is 1 to " + MAX_BUDGET + ", got " + budgetSteps);
    }
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' has at least 1 episode, got 0");
    }
  }

  /**
   * The same protocol with only its first episodes.
   *
   * @throws IllegalArgumentException if there are not so many, or none is asked for
   */
  public Protocol first(int count) {
    if (count < 1 || count > episodes.size()) {
      throw new IllegalArgumentException(
          "'" + name + "' has 1 to " + episodes.size() + " episodes to evaluate, got " + count);
    }
    return withEpisodes(episodes.subList(0, count));
  }

  /** The same protocol with other episodes. */
  public Protocol withEpisodes(List<StartGoal> others) {
    return new Protocol(environment, name, controlPeriod, budgetSteps, others);
  }

  /**
   * Refuses a protocol for another world or rhythm, and one whose states cannot be in the world.
   *
   * @param simulator tries every state; is left in one of them
   * @throws IllegalArgumentException naming the first problems with expected and found
   */
  public void check(Simulator simulator) {
    if (!environment.equals(simulator.world())) {
      throw new IllegalArgumentException(
          "'%s' is a protocol for '%s', the world is '%s'"
              .formatted(name, environment, simulator.world()));
    }
    Duration period = Duration.ofNanos(simulator.controlPeriodNanos());
    if (controlPeriod.isPresent() && !controlPeriod.get().equals(period)) {
      throw new IllegalArgumentException(
          "a step of '%s' lasts %d ms, one of the world lasts %d ms"
              .formatted(name, controlPeriod.get().toMillis(), period.toMillis()));
    }
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < episodes.size(); i++) {
      try {
        simulator.setState(episodes.get(i).start().toArray());
      } catch (IllegalArgumentException refused) {
        problems.add("start of episode " + i + ": " + refused.getMessage());
      }
      try {
        simulator.setGoalState(episodes.get(i).goal().toArray());
      } catch (IllegalArgumentException refused) {
        problems.add("goal of episode " + i + ": " + refused.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      int named = Math.min(MAX_PROBLEMS_NAMED, problems.size());
      String more = named < problems.size() ? "; and " + (problems.size() - named) + " more" : "";
      throw new IllegalArgumentException(
          "'" + name + "': " + String.join("; ", problems.subList(0, named)) + more);
    }
  }
}
