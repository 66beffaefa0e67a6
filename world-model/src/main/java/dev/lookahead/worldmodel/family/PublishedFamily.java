package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The published models whose weights can be read. */
public enum PublishedFamily {
  /** I-JEPA: pictures, masked latent prediction. */
  IJEPA("ijepa"),
  /** DINOv2: pictures, self-distillation. */
  DINOV2("dinov2"),
  /** V-JEPA 2: clips, with its predictor of masked tokens, and with a probe if there is one. */
  VJEPA2("vjepa2"),
  /** V-JEPA 2-AC: what a robot's actions do to V-JEPA 2's tokens. */
  VJEPA2_AC("vjepa2-ac");

  private final String modelType;

  PublishedFamily(String modelType) {
    this.modelType = modelType;
  }

  /** What {@code config.json} calls it under {@code model_type}. */
  public String modelType() {
    return modelType;
  }

  /**
   * The family of a folder.
   *
   * @param wanted what somebody says it is, or null to believe {@code config.json}
   * @throws CheckpointException if the two contradict each other, or nobody says
   */
  public static PublishedFamily of(HuggingFaceFolder folder, @Nullable String wanted) {
    String found = folder.config().json().path("model_type").asText();
    String known =
        Arrays.stream(values()).map(PublishedFamily::modelType).collect(Collectors.joining(", "));
    if (wanted != null && !found.isEmpty() && !found.equals(wanted)) {
      throw new CheckpointException(
          folder.config().file(),
          "the folder should be of family '%s', its model_type is '%s'".formatted(wanted, found));
    }
    String name = wanted == null ? found : wanted;
    return Arrays.stream(values())
        .filter(family -> family.modelType.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CheckpointException(
                    folder.config().file(),
                    name.isEmpty()
                        ? "it does not say its 'model_type'; name the family, one of " + known
                        : "the family should be one of %s, is '%s'".formatted(known, name)));
  }

  /**
   * What a folder's model is made of.
   *
   * @throws CheckpointException if the configuration makes no sense
   */
  TokenModel model(HuggingFaceFolder folder) {
    try {
      return switch (this) {
        case IJEPA -> IJepa.model(folder);
        case DINOV2 -> DinoV2.model(folder);
        case VJEPA2 -> VJepa2.model(folder);
        case VJEPA2_AC -> VJepa2Ac.model(folder);
      };
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(
          folder.config().file(), String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** The ways the weights of such a model are named. */
  List<KeyTable> tables(TokenModel ofThisFamily) {
    return switch (this) {
      case IJEPA -> IJepa.tables();
      case DINOV2 -> DinoV2.tables(ofThisFamily);
      case VJEPA2 -> VJepa2.tables(ofThisFamily);
      case VJEPA2_AC -> VJepa2Ac.tables(ofThisFamily);
    };
  }
}
