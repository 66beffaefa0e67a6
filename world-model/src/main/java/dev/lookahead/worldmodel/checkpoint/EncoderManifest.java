package dev.lookahead.worldmodel.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an encoder bundle says about its weights.
 *
 * @param family the published family they belong to, for example {@code vjepa2}
 * @param model the model's own configuration: a JSON object that only the model interprets; owned
 *     by this manifest from here on
 * @param provenance where the weights come from
 */
public record EncoderManifest(String family, JsonNode model, Provenance provenance) {

  /** Refuses a configuration that is no object. */
  public EncoderManifest {
    if (!model.isObject()) {
      throw new IllegalArgumentException(
          "the model's configuration is a JSON object, got " + model.getNodeType());
    }
  }
}
