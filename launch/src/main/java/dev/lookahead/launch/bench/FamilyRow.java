package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.family.PublishedSize;
import dev.lookahead.worldmodel.family.TokenModel;

/**
 * What one forward pass of a published model takes, counted from the model itself.
 *
 * @param name as its authors call it
 * @param published the parameters as its authors count them
 * @param parameters counted
 * @param tokens one pass reads
 * @param gflops of one pass
 * @param weightBytes in float32
 */
public record FamilyRow(
    String name, String published, long parameters, int tokens, double gflops, long weightBytes) {

  /** Of the model's encoder, or of its predictor if it has none. */
  static FamilyRow of(PublishedSize size) {
    TokenModel model = size.model();
    FamilyWorkloads forward = FamilyWorkloads.of(size.name(), model);
    return new FamilyRow(
        size.name(),
        size.published(),
        forward.parameterCount(),
        forward.tokens(),
        forward.operations(0) / 1e9,
        forward.parameterCount() * Float.BYTES);
  }
}
