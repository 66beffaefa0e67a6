package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * What a planning call does every iteration: rolls all candidates out and scores them.
 *
 * <p>Inputs: context [T, D]; goal [goalWidth]; candidates [N, H, A] in raw units; if T is above one
 * also the executed blocks [T - 1, K A]; for a model with a latent variable also sequences of its
 * values [M, H / K, width]; for a predictor that is told poses also those after every action [N, H,
 * 7]. Output: costs [N M], or distances [N M, H / K]; a candidate's futures lie together.
 *
 * @param jepa the model
 * @param cost how far a latent is from a goal
 * @param contextFrames the latents given T
 * @param candidates N
 * @param horizon H in environment steps, a multiple of K
 * @param result what to say about each candidate
 * @param futures that each candidate is rolled out into M; one for a model without a latent
 *     variable
 */
public record Imagine(
    Jepa jepa,
    GoalCost cost,
    int contextFrames,
    int candidates,
    int horizon,
    Result result,
    int futures)
    implements TensorFunction {

  private static final String EXECUTED = "executed";
  private static final String Z = "z";
  private static final String REACHED = "reached";

  /** What to say about each candidate. */
  public enum Result {
    /** One cost per future [N M]. */
    COSTS,
    /** The distance to the goal after every block [N M, H / K]. */
    DISTANCES
  }

  /** Checks that the horizon consists of whole blocks. */
  public Imagine {
    int block = jepa.config().actions().blockSteps();
    if (horizon < block || horizon % block != 0) {
      throw new IllegalArgumentException(
          "the horizon must be a multiple of the block of " + block + " steps, got " + horizon);
    }
    if (contextFrames < 1 || contextFrames > jepa.config().predictor().contextFrames()) {
      throw new IllegalArgumentException(
          "contextFrames lies in 1 to "
              + jepa.config().predictor().contextFrames()
              + ", got "
              + contextFrames);
    }
    if (futures < 1 || (futures > 1 && jepa.config().latentVariable() == null)) {
      throw new IllegalArgumentException(
          "futures is at least 1, and 1 for a model without a latent variable, got " + futures);
    }
  }

  /** One future. */
  public Imagine(
      Jepa jepa, GoalCost cost, int contextFrames, int candidates, int horizon, Result result) {
    this(jepa, cost, contextFrames, candidates, horizon, result, 1);
  }

  @Override
  public String name() {
    return "imagine";
  }

  @Override
  public List<TensorSpec> inputs() {
    JepaConfig config = jepa.config();
    List<TensorSpec> inputs = new ArrayList<>();
    inputs.add(TensorSpec.floats("context", contextFrames, config.latentWidth()));
    inputs.add(TensorSpec.floats("goal", config.goalWidth()));
    inputs.add(TensorSpec.floats("candidates", candidates, horizon, config.actionSpace().size()));
    if (contextFrames > 1) {
      int block = config.actions().blockSteps() * config.actionSpace().size();
      inputs.add(TensorSpec.floats(EXECUTED, contextFrames - 1, block));
    }
    if (config.latentVariable() != null) {
      int steps = horizon / config.actions().blockSteps();
      inputs.add(TensorSpec.floats(Z, futures, steps, config.latentVariable().width()));
    }
    if (config.toldPoses()) {
      inputs.add(TensorSpec.floats(REACHED, candidates, horizon, EndEffector.SIZE));
    }
    return inputs;
  }

  /** Where an input stands, or -1 if this model has no such input. */
  private int index(String name) {
    return inputs().stream().map(TensorSpec::name).toList().indexOf(name);
  }

  /** Where the executed blocks stand, or -1. */
  int executed() {
    return index(EXECUTED);
  }

  /** Where the values of the latent variable stand, or -1. */
  int z() {
    return index(Z);
  }

  /** Where the poses stand, or -1. */
  int reached() {
    return index(REACHED);
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T goal = inputs.get(1);
    List<T> predictions =
        jepa.rollout(
            ops,
            weights,
            inputs.get(0),
            executed() < 0 ? null : inputs.get(executed()),
            inputs.get(2),
            z() < 0 ? null : inputs.get(z()),
            reached() < 0 ? null : inputs.get(reached()));
    return List.of(
        result == Result.COSTS
            ? cost.cost(ops, weights, jepa, predictions, goal)
            : cost.distances(ops, weights, jepa, predictions, goal));
  }
}
