package dev.lookahead.sim.collect;

import dev.lookahead.sim.ActionNoise;
import dev.lookahead.sim.NoisyPolicy;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.UniformPolicy;
import dev.lookahead.sim.World;
import java.util.random.RandomGenerator;

/**
 * One kind of actor in a recipe, and how often it acts.
 *
 * @param actor who acts
 * @param weight its share of the episodes is its weight over the sum of all weights, positive
 * @param noiseStd standard deviation of the Gaussian added to every axis of the expert's action, in
 *     action units
 * @param repeatProbability how often the expert sends its previous action again, 0 to 1
 * @param holdSteps how long the random actor holds each action, at least 1
 */
public record ActorShare(
    Actor actor, double weight, double noiseStd, double repeatProbability, int holdSteps) {

  /** Who acts. */
  public enum Actor {
    /** The world's expert with noise. */
    EXPERT,
    /** Uniformly drawn actions, held for a while. */
    RANDOM
  }

  /** Checks the ranges that the policies do not check themselves. */
  public ActorShare {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("weight must be positive, got " + weight);
    }
    if (holdSteps < 1) {
      throw new IllegalArgumentException("holdSteps is at least 1, got " + holdSteps);
    }
    new ActionNoise(noiseStd, repeatProbability);
  }

  /** An expert without noise. */
  public static ActorShare defaults() {
    return new ActorShare(Actor.EXPERT, 1, 0, 0, 1);
  }

  /** The actor for one episode. */
  ScriptedPolicy policy(World world, RandomGenerator random) {
    return switch (actor) {
      case EXPERT ->
          new NoisyPolicy(
              world.expert(),
              new ActionNoise(noiseStd, repeatProbability),
              world.actionSpace(),
              random);
      case RANDOM -> new UniformPolicy(world.actionSpace(), holdSteps, random);
    };
  }

  /** What it is, for a person. */
  String description() {
    return switch (actor) {
      case EXPERT -> "expert, noise std " + noiseStd + ", repeats " + repeatProbability;
      case RANDOM -> "random actions held " + holdSteps + " steps";
    };
  }
}
