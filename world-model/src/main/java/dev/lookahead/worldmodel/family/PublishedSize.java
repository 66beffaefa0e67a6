package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.layer.GatedMlp;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.MaskPredictor;
import dev.lookahead.worldmodel.token.Positions;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;

/**
 * A model in a size that was published.
 *
 * @param name as its authors call it
 * @param published the parameters of its encoder (of 2-AC: of its predictor) as they count them,
 *     for people
 * @param model what it is made of
 */
public record PublishedSize(String name, String published, TokenModel model) {

  /** ViT-L: 24 blocks of 1024 (Dosovitskiy et al. 2021, table 1). */
  static final Transformer VIT_LARGE = Transformer.plain(1024, 24, 16);

  /** ViT-H: 32 blocks of 1280. */
  static final Transformer VIT_HUGE = Transformer.plain(1280, 32, 16);

  /** ViT-g: 40 blocks of 1408 with MLPs of 6144 (Zhai et al. 2022, table 2). */
  static final Transformer VIT_GIANT_16_HEADS =
      new Transformer(1408, 40, 16, 6144, false, 0, LayerNorm.EPSILON);

  /** The same with 22 heads of 64: {@code vit_giant_xformers} of V-JEPA 2. */
  static final Transformer VIT_GIANT_22_HEADS =
      new Transformer(1408, 40, 22, 6144, false, 0, LayerNorm.EPSILON);

  /** The predictor of V-JEPA 2-AC: 24 blocks of 1024 (Assran et al. 2025, section 3.1). */
  static final Transformer AC_PREDICTOR = Transformer.plain(1024, 24, 16);

  private static final int PREDICTOR_WIDTH = 384;

  /** All of them. */
  public static List<PublishedSize> all() {
    return List.of(
        picture("I-JEPA ViT-H/14", "632M", 224, 14, VIT_HUGE),
        picture("I-JEPA ViT-g/16", "1B", 224, 16, VIT_GIANT_16_HEADS),
        dino("DINOv2 ViT-S/14", "21M", 384, 12, 6, false),
        dino("DINOv2 ViT-B/14", "86M", 768, 12, 12, false),
        dino("DINOv2 ViT-L/14", "300M", 1024, 24, 16, false),
        dino("DINOv2 ViT-g/14", "1.1B", 1536, 40, 24, true),
        clip("V-JEPA 2 ViT-L/16", "300M", VIT_LARGE),
        clip("V-JEPA 2 ViT-H/16", "600M", VIT_HUGE),
        clip("V-JEPA 2 ViT-g/16", "1B", VIT_GIANT_22_HEADS),
        new PublishedSize("V-JEPA 2-AC predictor", "300M", actionConditioned()));
  }

  private static PublishedSize picture(
      String name, String published, int side, int patch, Transformer blocks) {
    return new PublishedSize(
        name,
        published,
        TokenModel.of(
            new ImageTransformer(side, side, patch, false, Positions.SINUSOIDAL, blocks)));
  }

  /** Trained up to 518 pixels: 37 x 37 positions. */
  private static PublishedSize dino(
      String name, String published, int width, int depth, int heads, boolean gated) {
    int mlpWidth = gated ? GatedMlp.hiddenInPlaceOf(4 * width) : 4 * width;
    Transformer blocks =
        new Transformer(width, depth, heads, mlpWidth, gated, 1, LayerNorm.EPSILON);
    return new PublishedSize(
        name,
        published,
        TokenModel.of(new ImageTransformer(518, 518, 14, true, Positions.LEARNED, blocks)));
  }

  /** With the predictor all sizes share; clips of 16 of the 64 frames it was last trained on. */
  private static PublishedSize clip(String name, String published, Transformer blocks) {
    VideoTransformer encoder = new VideoTransformer(16, 256, 256, 2, 16, blocks);
    MaskPredictor predictor =
        new MaskPredictor(
            encoder.grid(),
            encoder.width(),
            Positions.ROTARY,
            10,
            Transformer.plain(PREDICTOR_WIDTH, 12, 12));
    return new PublishedSize(
        name,
        published,
        new TokenModel(PixelNormalizer.imageNet(), encoder, predictor, null, null));
  }

  private static TokenModel actionConditioned() {
    FrameCausalPredictor predictor =
        new FrameCausalPredictor(
            TokenGrid.picture(16, 16), VIT_GIANT_22_HEADS.width(), 7, false, AC_PREDICTOR);
    return new TokenModel(PixelNormalizer.imageNet(), null, null, null, predictor);
  }
}
