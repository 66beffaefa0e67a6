package dev.lookahead.sim.evaluation;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Rules that see the true state where a planner sees pixels: they frame its result from above and
 * below.
 *
 * @param rules makes the rule of one episode from the randomness it may use
 */
public record ScriptedPolicies(Function<RandomGenerator, ScriptedPolicy> rules)
    implements EpisodePolicies {

  /** The world's expert, undisturbed: what is possible within the budget. */
  public static ScriptedPolicies expert(World world) {
    return new ScriptedPolicies(random -> world.expert());
  }

  /** Random actions: the floor, what is reached by accident. */
  public static ScriptedPolicies random(World world) {
    return new ScriptedPolicies(world::randomPolicy);
  }

  @Override
  public Policy begin(
      Simulator simulator,
      RandomGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> events) {
    ScriptedPolicy rule = rules.apply(random);
    return seen -> Optional.of(rule.act(simulator.state(), simulator.goalState()));
  }
}
