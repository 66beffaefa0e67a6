package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.layer.GatedMlp;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import java.util.List;

/** DINOv2 (Oquab et al. 2024) as {@code Dinov2Model} publishes it. */
final class DinoV2 {

  private static final KeyTable PICTURE =
      KeyTable.of(
          """
          encoder.patch.weight         channels-last  embeddings.patch_embeddings.projection.weight
          encoder.patch.bias           same           embeddings.patch_embeddings.projection.bias
          encoder.cls                  cls-in-place   embeddings.cls_token  embeddings.position_embeddings
          encoder.positions            without-cls    embeddings.position_embeddings
          encoder.blocks.{i}.norm1.*   same           encoder.layer.{i}.norm1.*
          encoder.blocks.{i}.norm2.*   same           encoder.layer.{i}.norm2.*
          encoder.blocks.{i}.scale1    same           encoder.layer.{i}.layer_scale1.lambda1
          encoder.blocks.{i}.scale2    same           encoder.layer.{i}.layer_scale2.lambda1
          encoder.norm.*               same           layernorm.*
          -                            unused         embeddings.mask_token
          """);

  private static final KeyTable PLAIN =
      KeyTable.of(
          """
          encoder.blocks.{i}.mlp.fc1.*  same  encoder.layer.{i}.mlp.fc1.*
          encoder.blocks.{i}.mlp.fc2.*  same  encoder.layer.{i}.mlp.fc2.*
          """);

  private static final KeyTable GATED =
      KeyTable.of(
          """
          encoder.blocks.{i}.mlp.fc1.*  same  encoder.layer.{i}.mlp.weights_in.*
          encoder.blocks.{i}.mlp.fc2.*  same  encoder.layer.{i}.mlp.weights_out.*
          """);

  private static final KeyTable SINCE_TRANSFORMERS_5 =
      KeyTable.of(
          """
          encoder.blocks.{i}.attention.qkv.*  rows  encoder.layer.{i}.attention.{q,k,v}_proj.*
          encoder.blocks.{i}.attention.out.*  same  encoder.layer.{i}.attention.o_proj.*
          """);

  private static final KeyTable BEFORE =
      KeyTable.of(
          """
          encoder.blocks.{i}.attention.qkv.*  rows  encoder.layer.{i}.attention.attention.{query,key,value}.*
          encoder.blocks.{i}.attention.out.*  same  encoder.layer.{i}.attention.output.dense.*
          """);

  private DinoV2() {}

  static TokenModel model(HuggingFaceFolder folder) {
    FolderConfig config = folder.config();
    config.require("hidden_act", "gelu");
    config.require("qkv_bias", "true");
    config.require("num_channels", "3");
    int side = config.integer("image_size", 224);
    int width = config.integer("hidden_size", 768);
    int mlpWidth = config.hidden(width, "mlp_ratio", 4);
    boolean gated = config.flag("use_swiglu_ffn", false);
    return TokenModel.of(
        new ImageTransformer(
            side,
            side,
            config.integer("patch_size", 14),
            true,
            Positions.LEARNED,
            new Transformer(
                width,
                config.integer("num_hidden_layers", 12),
                config.integer("num_attention_heads", 12),
                gated ? GatedMlp.hiddenInPlaceOf(mlpWidth) : mlpWidth,
                gated,
                (float) config.number("layerscale_value", 1),
                (float) config.number("layer_norm_eps", 1e-6))));
  }

  static List<KeyTable> tables(TokenModel model) {
    boolean gated =
        model.requireEncoder() instanceof ImageTransformer picture && picture.blocks().gated();
    KeyTable rest = PICTURE.and(gated ? GATED : PLAIN);
    return List.of(rest.and(SINCE_TRANSFORMERS_5), rest.and(BEFORE));
  }
}
