package dev.lookahead.worldmodel.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lookahead.worldmodel.file.StrictJson;
import dev.lookahead.worldmodel.token.TokenEncoder;
import dev.lookahead.worldmodel.token.TokenEncoderType;
import java.util.Map;

/** A {@link TokenModel} as JSON and back, for encoder bundles. */
public final class TokenModelJson {

  private static final StrictJson<TokenModel> JSON =
      new StrictJson<>(
          TokenModel.class,
          "model configuration",
          Map.of(TokenEncoder.class, TokenEncoderType.class));

  private TokenModelJson() {}

  /** The model as a JSON object. */
  public static JsonNode write(TokenModel model) {
    return JSON.write(model);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException with the path to the key, what was expected and what was found
   */
  public static TokenModel read(JsonNode json) {
    return JSON.read(json);
  }
}
