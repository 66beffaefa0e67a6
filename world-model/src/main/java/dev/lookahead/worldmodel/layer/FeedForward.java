package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/** The part of a transformer block that treats every token alone. */
public sealed interface FeedForward permits Mlp, GatedMlp {

  /** Its parameters, named relative to it. */
  List<ParameterSpec> parameters();

  /** x [..., in] to [..., out]. */
  <T> T apply(TensorOps<T> ops, Weights<T> weights, T x);
}
