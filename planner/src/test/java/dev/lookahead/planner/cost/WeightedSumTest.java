package dev.lookahead.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.CandidateCost;
import dev.lookahead.worldmodel.ActionSequences;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedSumTest {

  private final ActionSequences candidates = new ActionSequences(2, 1, 1);

  @Test
  void addsItsTermsAndNamesThem() {
    WeightedSum sum =
        new WeightedSum(
            List.of(
                new WeightedSum.Term("goal", 1, constant(3)),
                new WeightedSum.Term("effort", 6, constant(0.5f))));
    float[] costs = {99, 99};
    sum.evaluate(candidates, costs);
    sum.evaluate(candidates, costs);
    Map<String, float[]> terms = sum.terms(candidates);

    assertThat(costs).containsExactly(6, 6);
    assertThat(terms.keySet()).containsExactly("goal", "effort");
    assertThat(terms.values()).containsExactly(new float[] {3, 3}, new float[] {3, 3});
  }

  @Test
  void termsOfNoWeightAreNotEvaluated() {
    WeightedSum sum =
        new WeightedSum(
            List.of(
                new WeightedSum.Term("goal", 1, constant(3)),
                new WeightedSum.Term("off", 0, constant(Float.NaN))));
    float[] costs = new float[2];
    sum.evaluate(candidates, costs);

    assertThat(costs).containsExactly(3, 3);
    assertThat(sum.terms(candidates).values())
        .containsExactly(new float[] {3, 3}, new float[] {0, 0});
  }

  @Test
  void infiniteTermsMakeTheSumInfinite() {
    WeightedSum sum =
        new WeightedSum(
            List.of(
                new WeightedSum.Term("a", 1, constant(Float.POSITIVE_INFINITY)),
                new WeightedSum.Term("b", 1, constant(-5))));
    float[] costs = new float[2];
    sum.evaluate(candidates, costs);

    assertThat(costs).containsOnly(Float.POSITIVE_INFINITY);
  }

  @Test
  void aPlainCostIsItsOwnOnlyTerm() {
    Map<String, float[]> terms = constant(2).terms(candidates);

    assertThat(terms.keySet()).containsExactly("goal");
    assertThat(terms.values()).containsExactly(new float[] {2, 2});
  }

  @Test
  void refusesBadWeightsAndSharedNames() {
    assertThatThrownBy(() -> new WeightedSum.Term("effort", -1, constant(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weight of cost 'effort' must be finite and not negative, got -1.0");
    assertThatThrownBy(() -> new WeightedSum.Term("goal", Float.POSITIVE_INFINITY, constant(0)))
        .isInstanceOf(IllegalArgumentException.class);
    WeightedSum.Term term = new WeightedSum.Term("goal", 1, constant(0));
    assertThatThrownBy(() -> new WeightedSum(List.of(term, term)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[goal, goal]");
    assertThatThrownBy(() -> new WeightedSum(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CandidateCost constant(float value) {
    return (candidates, costs) -> Arrays.fill(costs, value);
  }
}
