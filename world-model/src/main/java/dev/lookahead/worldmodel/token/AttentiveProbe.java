package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * What frozen tokens know, read through attention: a pooler and an affine map (V-JEPA 2's frozen
 * evaluation, Assran et al. 2025, section 4).
 *
 * @param pooler what makes tokens one vector
 * @param outputs the logits of a classification, or the numbers of a regression
 */
public record AttentiveProbe(AttentivePooler pooler, int outputs) {

  /** {@code pooler} and {@code classifier}. */
  public List<ParameterSpec> parameters() {
    return Parameters.of()
        .add("pooler.", pooler.parameters())
        .add("classifier.", classifier().parameters())
        .list();
  }

  /** tokens [B, n, D] to [B, outputs]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T tokens) {
    T pooled = pooler.apply(ops, weights.under("pooler."), tokens);
    return classifier().apply(ops, weights.under("classifier."), pooled);
  }

  private Linear classifier() {
    return new Linear(pooler.width(), outputs);
  }
}
