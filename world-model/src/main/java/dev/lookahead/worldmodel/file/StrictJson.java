package dev.lookahead.worldmodel.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A record of settings as JSON and back. The keys are the names of the components. Reading is
 * strict: unknown and missing keys and values of another kind are refused.
 *
 * @param <T> the record
 */
public final class StrictJson<T> {

  private final JsonMapper mapper;
  private final Class<T> type;
  private final String subject;

  /**
   * Prepares.
   *
   * @param type the record
   * @param subject what it is called in errors
   * @param mixins by sealed interface, an annotated one that names its records
   */
  public StrictJson(Class<T> type, String subject, Map<Class<?>, Class<?>> mixins) {
    this.type = type;
    this.subject = subject;
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mixins.forEach(builder::addMixIn);
    this.mapper = builder.build();
    mapper
        .coercionConfigFor(LogicalType.Collection)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }

  /** The settings as a JSON object. */
  public JsonNode write(T settings) {
    return mapper.valueToTree(settings);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException with the path to the key, what was expected and what was found
   */
  public T read(JsonNode json) {
    try {
      return mapper.treeToValue(json, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw new IllegalArgumentException(
          subject
              + ": unknown key '"
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
      throw new IllegalArgumentException(subject + ": at '" + path(wrong) + "': " + problem, wrong);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          subject + ": " + malformed.getOriginalMessage(), malformed);
    }
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
