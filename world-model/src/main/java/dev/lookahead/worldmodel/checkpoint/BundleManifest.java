package dev.lookahead.worldmodel.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.util.OptionalLong;

/**
 * What a model bundle says about its weights.
 *
 * @param model the model's own configuration: a JSON object that only the model interprets; owned
 *     by this manifest from here on
 * @param spec what the model expects and accepts, its action space included
 * @param framePeriodNanos the time between the frames it learned from, one step of its actions;
 *     empty if nobody wrote it down
 * @param normalizers how its inputs are standardised
 * @param provenance where the weights come from
 */
public record BundleManifest(
    JsonNode model,
    WorldModelSpec spec,
    OptionalLong framePeriodNanos,
    Normalizers normalizers,
    Provenance provenance) {

  /**
   * Refuses a period that is none and statistics for another number of axes than the specification
   * has.
   */
  public BundleManifest {
    if (!model.isObject()) {
      throw new IllegalArgumentException(
          "the model's configuration is a JSON object, got " + model.getNodeType());
    }
    if (framePeriodNanos.isPresent() && framePeriodNanos.getAsLong() <= 0) {
      throw new IllegalArgumentException(
          "framePeriodNanos must be above 0, got " + framePeriodNanos.getAsLong());
    }
    if (normalizers.action().size() != spec.actionSpace().size()
        || normalizers.proprioception().size() != spec.proprioceptionSize()) {
      throw new IllegalArgumentException(
          "the normalizers should have %d action and %d proprioception axes, have %d and %d"
              .formatted(
                  spec.actionSpace().size(),
                  spec.proprioceptionSize(),
                  normalizers.action().size(),
                  normalizers.proprioception().size()));
    }
  }

  /**
   * Refuses another action space than the one the model was trained with.
   *
   * @throws IllegalArgumentException naming both
   */
  public void requireActionSpace(ActionSpace wanted) {
    if (!spec.actionSpace().equals(wanted)) {
      throw new IllegalArgumentException(
          "this bundle was made for another action space: expected %s, the bundle has %s"
              .formatted(wanted.axes(), spec.actionSpace().axes()));
    }
  }
}
