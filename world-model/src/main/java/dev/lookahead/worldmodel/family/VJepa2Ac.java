package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;

/**
 * V-JEPA 2-AC (Assran et al. 2025, section 3) as the reference's {@code vit_ac_predictor} names its
 * weights: alone, or with its encoder as in the released {@code vjepa2-ac-vitg.pt}. There is no
 * Hugging Face form of it; {@code config.json} holds the arguments of the reference's constructor,
 * and for the encoder {@code model_name}, or {@code encoder} with the arguments of its own.
 */
final class VJepa2Ac {

  private static final KeyTable PREDICTOR =
      KeyTable.of(
          """
          dynamics.input.*                     same  predictor_embed.*
          dynamics.action.*                    same  action_encoder.*
          dynamics.state.*                     same  state_encoder.*
          dynamics.extrinsics.*                same  extrinsics_encoder.*
          dynamics.blocks.{i}.norm1.*          same  predictor_blocks.{i}.norm1.*
          dynamics.blocks.{i}.attention.qkv.*  same  predictor_blocks.{i}.attn.qkv.*
          dynamics.blocks.{i}.attention.out.*  same  predictor_blocks.{i}.attn.proj.*
          dynamics.blocks.{i}.norm2.*          same  predictor_blocks.{i}.norm2.*
          dynamics.blocks.{i}.mlp.fc1.*        same  predictor_blocks.{i}.mlp.fc1.*
          dynamics.blocks.{i}.mlp.fc2.*        same  predictor_blocks.{i}.mlp.fc2.*
          dynamics.norm.*                      same  predictor_norm.*
          dynamics.output.*                    same  predictor_proj.*
          -                                    unused  extrinsics_encoder.*
          """);

  private static final KeyTable ENCODER =
      KeyTable.of(
          """
          encoder.patch.weight                channels-last  patch_embed.proj.weight
          encoder.patch.bias                  same           patch_embed.proj.bias
          encoder.blocks.{i}.norm1.*          same           blocks.{i}.norm1.*
          encoder.blocks.{i}.attention.qkv.*  same           blocks.{i}.attn.qkv.*
          encoder.blocks.{i}.attention.out.*  same           blocks.{i}.attn.proj.*
          encoder.blocks.{i}.norm2.*          same           blocks.{i}.norm2.*
          encoder.blocks.{i}.mlp.fc1.*        same           blocks.{i}.mlp.fc1.*
          encoder.blocks.{i}.mlp.fc2.*        same           blocks.{i}.mlp.fc2.*
          encoder.norm.*                      same           norm.*
          -                                   unused         pos_embed
          """);

  private static final KeyTable TRAINING_LEFTOVERS =
      KeyTable.of("-  unused  target_encoder.*  opt.*  scaler.*");

  private VJepa2Ac() {}

  static TokenModel model(HuggingFaceFolder folder) {
    FolderConfig config = folder.config();
    int patch = config.integer("patch_size", 16);
    int side = config.integer("img_size", 256);
    int tubelet = config.integer("tubelet_size", 2);
    int tokenWidth = config.integer("embed_dim");
    int width = config.integer("predictor_embed_dim", 1024);
    FrameCausalPredictor dynamics =
        new FrameCausalPredictor(
            TokenGrid.tiling(1, side, side, 1, patch),
            tokenWidth,
            config.integer("action_embed_dim", 7),
            config.flag("use_extrinsics", false),
            new Transformer(
                width,
                config.integer("depth", 24),
                config.integer("num_heads", 16),
                config.hidden(width, "mlp_ratio", 4),
                false,
                0,
                LayerNorm.EPSILON));
    boolean whole = folder.names().stream().anyMatch(name -> name.startsWith("encoder."));
    VideoTransformer encoder =
        whole
            ? new VideoTransformer(tubelet, side, side, tubelet, patch, blocks(config, tokenWidth))
            : null;
    return new TokenModel(PixelNormalizer.imageNet(), encoder, null, null, dynamics);
  }

  /**
   * The reference's names of its encoders ({@code src/models/vision_transformer.py}), or a size.
   */
  private static Transformer blocks(FolderConfig config, int width) {
    FolderConfig own = config.inside("encoder");
    if (!own.json().isMissingNode()) {
      return new Transformer(
          width,
          own.integer("depth"),
          own.integer("num_heads"),
          own.hidden(width, "mlp_ratio", 4),
          false,
          0,
          LayerNorm.EPSILON);
    }
    Transformer found =
        switch (config.json().path("model_name").asText()) {
          case "vit_large" -> PublishedSize.VIT_LARGE;
          case "vit_huge" -> PublishedSize.VIT_HUGE;
          case "vit_giant_xformers" -> PublishedSize.VIT_GIANT_22_HEADS;
          case "vit_giant" -> PublishedSize.VIT_GIANT_16_HEADS;
          default ->
              throw new CheckpointException(
                  config.file(),
                  "the weights hold an encoder, so 'model_name' should be one of vit_large,"
                      + " vit_huge, vit_giant, vit_giant_xformers, is "
                      + config.json().path("model_name"));
        };
    if (found.width() != width) {
      throw new CheckpointException(
          config.file(),
          "'embed_dim' should be %d, the width of %s, is %d"
              .formatted(found.width(), config.json().path("model_name"), width));
    }
    return found;
  }

  static List<KeyTable> tables(TokenModel model) {
    KeyTable alone = PREDICTOR;
    KeyTable under = PREDICTOR.under("predictor.").and(TRAINING_LEFTOVERS);
    return model.encoder() == null
        ? List.of(alone, under)
        : List.of(under.and(ENCODER.under("encoder.")));
  }
}
