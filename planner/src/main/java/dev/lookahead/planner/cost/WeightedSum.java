package dev.lookahead.planner.cost;

import dev.lookahead.planner.CandidateCost;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several costs with a weight and a name each. Holds a buffer of N values, so one thread at a time.
 */
public final class WeightedSum implements CandidateCost {

  /**
   * One summand.
   *
   * @param name its name in {@link CandidateCost#terms}
   * @param weight finite, zero or more
   * @param cost what is weighed
   */
  public record Term(String name, float weight, CandidateCost cost) {

    /** Checks the weight. */
    public Term {
      if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "the weight of cost '" + name + "' must be finite and not negative, got " + weight);
      }
    }
  }

  private final List<Term> terms;
  private float[] buffer = new float[0];

  /**
   * @throws IllegalArgumentException if there is no term, or two share a name
   */
  public WeightedSum(List<Term> terms) {
    this.terms = List.copyOf(terms);
    long names = this.terms.stream().map(Term::name).distinct().count();
    if (terms.isEmpty() || names != terms.size()) {
      throw new IllegalArgumentException(
          "a weighted sum needs at least one term, each with its own name, got "
              + this.terms.stream().map(Term::name).toList());
    }
  }

  /** A term of weight zero is not evaluated. */
  @Override
  public void evaluate(ActionSequences candidates, float[] costs) {
    if (buffer.length != costs.length) {
      buffer = new float[costs.length];
    }
    Arrays.fill(costs, 0);
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.weight() > 0) {
        term.cost().evaluate(candidates, buffer);
        for (int n = 0; n < costs.length; n++) {
          costs[n] += term.weight() * buffer[n];
        }
      }
    }
  }

  @Override
  public Map<String, float[]> terms(ActionSequences candidates) {
    Map<String, float[]> weighted = new LinkedHashMap<>();
    for (Term term : terms) {
      float[] costs = new float[candidates.candidates()];
      if (term.weight() > 0) {
        term.cost().evaluate(candidates, costs);
        for (int n = 0; n < costs.length; n++) {
          costs[n] *= term.weight();
        }
      }
      weighted.put(term.name(), costs);
    }
    return weighted;
  }
}
