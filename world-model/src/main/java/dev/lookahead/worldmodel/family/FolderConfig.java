package dev.lookahead.worldmodel.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import java.nio.file.Path;

/**
 * The {@code config.json} of a published model, read key by key: keys nobody asks for do not
 * matter, absent ones take the reference's default.
 *
 * @param file where it lies, for errors
 * @param json its content, an object
 */
public record FolderConfig(Path file, JsonNode json) {

  private static final int MOST = 1 << 20;

  /**
   * A whole number from 1 to 2^20; the reference writes some as a list of one or two equal ones.
   */
  public int integer(String key, int absent) {
    JsonNode node = json.path(key);
    if (node.isArray() && !node.isEmpty() && node.get(0).equals(node.get(node.size() - 1))) {
      node = node.get(0);
    }
    if (node.isMissingNode()) {
      return absent;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < 1
        || node.intValue() > MOST) {
      throw refusal(key, "a whole number from 1 to " + MOST, node);
    }
    return node.intValue();
  }

  /** A whole number that must be there. */
  public int integer(String key) {
    if (!json.has(key)) {
      throw new CheckpointException(file, "it should say '" + key + "', it does not");
    }
    return integer(key, 1);
  }

  /** A finite positive number. */
  public double number(String key, double absent) {
    JsonNode node = json.path(key);
    if (node.isMissingNode()) {
      return absent;
    }
    if (!node.isNumber() || !Double.isFinite(node.doubleValue()) || !(node.doubleValue() > 0)) {
      throw refusal(key, "a positive number", node);
    }
    return node.doubleValue();
  }

  /** True or false. */
  public boolean flag(String key, boolean absent) {
    JsonNode node = json.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return absent;
    }
    if (!node.isBoolean()) {
      throw refusal(key, "true or false", node);
    }
    return node.booleanValue();
  }

  /** Refuses a model that is told to do what only one value of a key does here. */
  public void require(String key, String only) {
    JsonNode node = json.path(key);
    if (!node.isMissingNode() && !node.asText().equals(only)) {
      throw refusal(key, "'" + only + "', the only one that is known", node);
    }
  }

  /** The hidden extent of an MLP; published ratios such as 48/11 are rounded decimals. */
  public int hidden(int width, String ratioKey, double absent) {
    long hidden = Math.round(width * number(ratioKey, absent));
    if (hidden < 1 || hidden > MOST) {
      throw refusal(ratioKey, "a ratio that gives an MLP of 1 to " + MOST, json.path(ratioKey));
    }
    return (int) hidden;
  }

  /** What a key with keys of its own says; an empty object if it is absent. */
  public FolderConfig inside(String key) {
    JsonNode node = json.path(key);
    if (!node.isMissingNode() && !node.isObject()) {
      throw refusal(key, "an object", node);
    }
    return new FolderConfig(file, node);
  }

  private CheckpointException refusal(String key, String expected, JsonNode found) {
    return new CheckpointException(
        file, "'%s' should be %s, is %s".formatted(key, expected, found));
  }
}
