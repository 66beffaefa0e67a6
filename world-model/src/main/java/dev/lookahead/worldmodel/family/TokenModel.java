package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.token.AttentiveProbe;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.MaskPredictor;
import dev.lookahead.worldmodel.token.TokenEncoder;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An encoder of patch tokens and what was trained on top of it.
 *
 * @param pixels how bytes become the encoder's input
 * @param encoder pictures or clips to tokens; null if the weights of a predictor came alone
 * @param predictor of masked tokens, or null
 * @param probe of the tokens, or null
 * @param dynamics what actions do to the tokens, or null
 */
public record TokenModel(
    PixelNormalizer pixels,
    @Nullable TokenEncoder encoder,
    @Nullable MaskPredictor predictor,
    @Nullable AttentiveProbe probe,
    @Nullable FrameCausalPredictor dynamics) {

  /** The prefix of the encoder's parameters. */
  public static final String ENCODER = "encoder.";

  /** The prefix of the masked predictor's parameters. */
  public static final String PREDICTOR = "predictor.";

  /** The prefix of the probe's parameters. */
  public static final String PROBE = "probe.";

  /** The prefix of the action-conditioned predictor's parameters. */
  public static final String DYNAMICS = "dynamics.";

  /** Refuses a model of nothing, and parts that do not fit the encoder's tokens. */
  public TokenModel {
    if (encoder == null && predictor == null && probe == null && dynamics == null) {
      throw new IllegalArgumentException("a model has at least one part, got none");
    }
    if (encoder != null) {
      requireWidth(
          "predictor", predictor == null ? encoder.width() : predictor.tokenWidth(), encoder);
      requireWidth("probe", probe == null ? encoder.width() : probe.pooler().width(), encoder);
      requireWidth("dynamics", dynamics == null ? encoder.width() : dynamics.tokenWidth(), encoder);
    }
  }

  /** An encoder alone, with ImageNet's pixel statistics. */
  public static TokenModel of(TokenEncoder encoder) {
    return new TokenModel(PixelNormalizer.imageNet(), encoder, null, null, null);
  }

  private static void requireWidth(String part, int width, TokenEncoder encoder) {
    if (width != encoder.width()) {
      throw new IllegalArgumentException(
          "the %s reads tokens of %d numbers, the encoder's have %d"
              .formatted(part, width, encoder.width()));
    }
  }

  /** All parts' parameters, each under its prefix. */
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of();
    if (encoder != null) {
      parameters.add(ENCODER, encoder.parameters());
    }
    if (predictor != null) {
      parameters.add(PREDICTOR, predictor.parameters());
    }
    if (probe != null) {
      parameters.add(PROBE, probe.parameters());
    }
    if (dynamics != null) {
      parameters.add(DYNAMICS, dynamics.parameters());
    }
    return parameters.list();
  }

  /** The number of scalars in all parameters. */
  public long parameterCount() {
    return parameters().stream().mapToLong(spec -> spec.shape().count()).sum();
  }

  /**
   * The encoder.
   *
   * @throws IllegalArgumentException if the model has none
   */
  public TokenEncoder requireEncoder() {
    if (encoder == null) {
      throw new IllegalArgumentException("this model has no encoder, only what was trained on one");
    }
    return encoder;
  }

  /**
   * The same model for frames of another size; a predictor of masked tokens goes with its grid.
   *
   * @throws IllegalArgumentException if patches do not tile the frames
   */
  public TokenModel at(int frameHeight, int frameWidth) {
    TokenEncoder other =
        requireEncoder() instanceof ImageTransformer picture
            ? new ImageTransformer(
                frameHeight,
                frameWidth,
                picture.patchSize(),
                picture.cls(),
                picture.positions(),
                picture.blocks())
            : ((VideoTransformer) requireEncoder())
                .at(requireEncoder().frames(), frameHeight, frameWidth);
    MaskPredictor asked =
        predictor == null
            ? null
            : new MaskPredictor(
                other.grid(),
                predictor.tokenWidth(),
                predictor.positions(),
                predictor.maskTokens(),
                predictor.blocks());
    FrameCausalPredictor moved =
        dynamics == null
            ? null
            : dynamics.at(TokenGrid.picture(other.grid().rows(), other.grid().columns()));
    return new TokenModel(pixels, other, asked, probe, moved);
  }
}
