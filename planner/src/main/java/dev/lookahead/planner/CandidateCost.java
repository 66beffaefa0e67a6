package dev.lookahead.planner;

import dev.lookahead.worldmodel.ActionSequences;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a planner minimises: one cost per candidate action sequence, lower is better. {@code
 * rollouts::costs} is one.
 *
 * <p>A cost belongs to one planning call and one thread; it may reuse buffers between calls. The
 * same candidates must get the same costs, whatever stands beside them in the batch.
 */
@FunctionalInterface
public interface CandidateCost {

  /**
   * Scores every candidate.
   *
   * @param candidates [N, H, A] in the units of the action space; only read, and only during the
   *     call
   * @param costs [N], overwritten; {@link Float#POSITIVE_INFINITY} for a candidate that cannot be
   *     scored. Planners take NaN and negative infinity for the same
   */
  void evaluate(ActionSequences candidates, float[] costs);

  /**
   * The parts the cost consists of, for reports; they add up to what {@link #evaluate} gives.
   *
   * @return name to weighted cost [N], in a fixed order
   */
  default Map<String, float[]> terms(ActionSequences candidates) {
    float[] costs = new float[candidates.candidates()];
    evaluate(candidates, costs);
    Map<String, float[]> terms = new LinkedHashMap<>();
    terms.put("goal", costs);
    return terms;
  }
}
