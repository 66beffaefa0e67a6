package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a rollout is from a goal: a weighted sum of distances at every step, aggregated over the
 * steps. Distances between latents look at the visual part alone.
 *
 * @param squaredL2 the weight of {@link LatentDistance#SQUARED_L2}
 * @param l1 the weight of {@link LatentDistance#L1}
 * @param blocksToGo the weight of the learned {@link TemporalDistance}, in blocks
 * @param aggregation which steps count
 * @param discount in (0, 1]: step i of a sum counts discount to the power i
 * @param reduction of the differences between two latents
 */
public record GoalCost(
    float squaredL2,
    float l1,
    float blocksToGo,
    Aggregation aggregation,
    float discount,
    LatentDistance.Reduction reduction) {

  /** Which steps of a rollout count. */
  public enum Aggregation {
    /** The last one: be there in the end. */
    LAST_STEP,
    /** All of them: be there soon (PLDM, eb_jepa). */
    SUM
  }

  /** Checks weights and discount. */
  public GoalCost {
    for (float weight : new float[] {squaredL2, l1, blocksToGo}) {
      if (!(weight >= 0 && Float.isFinite(weight))) {
        throw new IllegalArgumentException(
            "squaredL2, l1 and blocksToGo are finite and not negative, got "
                + List.of(squaredL2, l1, blocksToGo));
      }
    }
    if (squaredL2 + l1 + blocksToGo == 0) {
      throw new IllegalArgumentException("one of squaredL2, l1 and blocksToGo must be positive");
    }
    if (!(discount > 0 && discount <= 1)) {
      throw new IllegalArgumentException("discount lies in (0, 1], got " + discount);
    }
  }

  /** The sum of squared differences at the last step (LeWM). */
  public static GoalCost defaults() {
    return new GoalCost(1f, 0f, 0f, Aggregation.LAST_STEP, 1f, LatentDistance.Reduction.SUM);
  }

  /**
   * The distance at one or several steps.
   *
   * @param latents [..., D]
   * @param goal [goalWidth]
   * @return [...]
   */
  public <T> T distance(TensorOps<T> ops, Weights<T> weights, Jepa jepa, T latents, T goal) {
    List<T> terms = new ArrayList<>();
    Shape shape = ops.shape(latents);
    T visual = jepa.visual(ops, latents);
    if (squaredL2 > 0) {
      T distance = LatentDistance.SQUARED_L2.between(ops, visual, goal, reduction, -1);
      terms.add(ops.mul(distance, squaredL2));
    }
    if (l1 > 0) {
      T distance = LatentDistance.L1.between(ops, visual, goal, reduction, -1);
      terms.add(ops.mul(distance, l1));
    }
    if (blocksToGo > 0) {
      T blocks = jepa.blocksToGo(ops, weights, latents, goal);
      terms.add(ops.mul(ops.reshape(blocks, shape.without(-1).toArray()), blocksToGo));
    }
    return terms.stream().reduce(ops::add).orElseThrow();
  }

  /**
   * The cost of rollouts.
   *
   * @param predictions [N, 1, D], the nearest step first
   * @param goal [goalWidth]
   * @return [N]
   */
  public <T> T cost(TensorOps<T> ops, Weights<T> weights, Jepa jepa, List<T> predictions, T goal) {
    int steps = predictions.size();
    if (aggregation == Aggregation.LAST_STEP || steps == 1) {
      T last = distance(ops, weights, jepa, predictions.get(steps - 1), goal);
      return ops.reshape(last, ops.shape(last).size(0));
    }
    T each = distances(ops, weights, jepa, predictions, goal);
    if (discount < 1) {
      float[] factors = new float[steps];
      for (int i = 0; i < steps; i++) {
        factors[i] = (float) StrictMath.pow(discount, i);
      }
      each = ops.mul(each, ops.constant(HostTensor.owning(Shape.of(1, steps), factors)));
    }
    return ops.sum(each, false, 1);
  }

  /** The distance after every step: predictions [N, 1, D] to [N, steps]. */
  public <T> T distances(
      TensorOps<T> ops, Weights<T> weights, Jepa jepa, List<T> predictions, T goal) {
    T all = predictions.size() == 1 ? predictions.get(0) : ops.concat(predictions, 1);
    return distance(ops, weights, jepa, all, goal);
  }
}
