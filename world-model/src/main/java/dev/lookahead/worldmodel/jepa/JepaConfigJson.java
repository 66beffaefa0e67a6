package dev.lookahead.worldmodel.jepa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lookahead.worldmodel.encoder.ConvEncoder;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.encoder.StandardizedEncoder;
import dev.lookahead.worldmodel.encoder.VisionEncoder;
import dev.lookahead.worldmodel.encoder.VisionTransformer;
import dev.lookahead.worldmodel.file.StrictJson;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.predictor.CategoricalVariable;
import dev.lookahead.worldmodel.predictor.CausalPredictor;
import dev.lookahead.worldmodel.predictor.GaussianVariable;
import dev.lookahead.worldmodel.predictor.GruPredictor;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.predictor.PatchPredictor;
import dev.lookahead.worldmodel.predictor.Predictor;
import dev.lookahead.worldmodel.token.TokenEncoder;
import dev.lookahead.worldmodel.token.TokenEncoderType;
import java.util.Map;

/**
 * A {@link JepaConfig} as JSON and back, for model bundles. The keys are the names of the record
 * components; encoder, predictor and latent variable say their {@code type}. {@code latentVariable}
 * is left out where there is none, as in bundles from before it existed.
 */
public final class JepaConfigJson {

  private static final String LATENT_VARIABLE = "latentVariable";
  private static final StrictJson<JepaConfig> JSON =
      new StrictJson<>(
          JepaConfig.class,
          "model configuration",
          Map.of(
              VisionEncoder.class, VisionEncoderType.class,
              Predictor.class, PredictorType.class,
              TokenEncoder.class, TokenEncoderType.class,
              LatentVariable.class, LatentVariableType.class));

  private JepaConfigJson() {}

  /** The configuration as a JSON object. */
  public static JsonNode write(JepaConfig config) {
    JsonNode json = JSON.write(config);
    if (config.latentVariable() == null && json instanceof ObjectNode object) {
      object.remove(LATENT_VARIABLE);
    }
    return json;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException with the path to the key, what was expected and what was found
   */
  public static JepaConfig read(JsonNode json) {
    return JSON.read(
        json instanceof ObjectNode object && !object.has(LATENT_VARIABLE)
            ? object.deepCopy().putNull(LATENT_VARIABLE)
            : json);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = VisionTransformer.class, name = "vision_transformer"),
    @JsonSubTypes.Type(value = ConvEncoder.class, name = "conv"),
    @JsonSubTypes.Type(value = PatchEncoder.class, name = "patch"),
    @JsonSubTypes.Type(value = StandardizedEncoder.class, name = "standardized")
  })
  private interface VisionEncoderType {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = CausalPredictor.class, name = "causal"),
    @JsonSubTypes.Type(value = GruPredictor.class, name = "gru"),
    @JsonSubTypes.Type(value = PatchPredictor.class, name = "patch"),
    @JsonSubTypes.Type(value = ActionConditionedPredictor.class, name = "action_conditioned")
  })
  private interface PredictorType {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = CategoricalVariable.class, name = "categorical"),
    @JsonSubTypes.Type(value = GaussianVariable.class, name = "gaussian")
  })
  private interface LatentVariableType {}
}
