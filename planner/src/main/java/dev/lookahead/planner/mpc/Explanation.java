package dev.lookahead.planner.mpc;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.CandidateCost;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Rollouts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the model expects of a plan.
 *
 * @param predictedDistances to the goal after each action block, in the model's units
 * @param terms the parts of its cost, in the order of {@link CandidateCost#terms}
 */
public record Explanation(List<Float> predictedDistances, Map<String, Float> terms) {

  /** Copies both, keeping the order of the terms. */
  public Explanation {
    predictedDistances = List.copyOf(predictedDistances);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Nothing known. */
  static Explanation none() {
    return new Explanation(List.of(), Map.of());
  }

  /** Rolls one sequence out. */
  static Explanation of(Rollouts rollouts, CandidateCost cost, ActionSequence actions) {
    List<Float> distances = new ArrayList<>();
    for (float distance : rollouts.predictedDistances(actions.toArray())) {
      distances.add(distance);
    }
    ActionSequences candidates = new ActionSequences(1, actions.steps(), actions.size());
    candidates.setCandidate(0, actions.toArray());
    Map<String, Float> terms = new LinkedHashMap<>();
    cost.terms(candidates).forEach((name, costs) -> terms.put(name, costs[0]));
    return new Explanation(distances, terms);
  }
}
