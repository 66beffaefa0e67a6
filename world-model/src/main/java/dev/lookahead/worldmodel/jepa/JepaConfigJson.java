package dev.lookahead.worldmodel.jepa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.lookahead.worldmodel.encoder.ConvEncoder;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.encoder.VisionEncoder;
import dev.lookahead.worldmodel.encoder.VisionTransformer;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.predictor.CausalPredictor;
import dev.lookahead.worldmodel.predictor.GruPredictor;
import dev.lookahead.worldmodel.predictor.PatchPredictor;
import dev.lookahead.worldmodel.predictor.Predictor;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.TokenEncoder;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.stream.Collectors;

/**
 * A {@link JepaConfig} as JSON and back, for model bundles. The keys are the names of the record
 * components; encoder and predictor say their {@code type}. Reading is strict: unknown and missing
 * keys and values of another kind are refused.
 */
public final class JepaConfigJson {

  private static final ObjectMapper MAPPER = mapper();

  private JepaConfigJson() {}

  /** The configuration as a JSON object. */
  public static JsonNode write(JepaConfig config) {
    return MAPPER.valueToTree(config);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException with the path to the key, what was expected and what was found
   */
  public static JepaConfig read(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, JepaConfig.class);
    } catch (UnrecognizedPropertyException unknown) {
      throw new IllegalArgumentException(
          "model configuration: unknown key '"
              + path(unknown)
              + "', known here are "
              + unknown.getKnownPropertyIds(),
          unknown);
    } catch (JsonMappingException wrong) {
      Throwable cause = wrong.getCause();
      String problem =
          cause instanceof IllegalArgumentException
              ? cause.getMessage()
              : wrong.getOriginalMessage();
      throw new IllegalArgumentException(
          "model configuration: at '" + path(wrong) + "': " + problem, wrong);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "model configuration: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .addMixIn(VisionEncoder.class, VisionEncoderType.class)
            .addMixIn(Predictor.class, PredictorType.class)
            .addMixIn(TokenEncoder.class, TokenEncoderType.class)
            .build();
    mapper
        .coercionConfigFor(LogicalType.Collection)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    return mapper;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = VisionTransformer.class, name = "vision_transformer"),
    @JsonSubTypes.Type(value = ConvEncoder.class, name = "conv"),
    @JsonSubTypes.Type(value = PatchEncoder.class, name = "patch")
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
    @JsonSubTypes.Type(value = ImageTransformer.class, name = "image_transformer"),
    @JsonSubTypes.Type(value = VideoTransformer.class, name = "video_transformer")
  })
  private interface TokenEncoderType {}
}
