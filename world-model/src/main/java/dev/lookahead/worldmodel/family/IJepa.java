package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import java.util.List;

/** I-JEPA (Assran et al. 2023) as {@code IJepaModel} publishes it. */
final class IJepa {

  private static final KeyTable PICTURE =
      KeyTable.of(
          """
          encoder.patch.weight  channels-last  embeddings.patch_embeddings.projection.weight
          encoder.patch.bias    same           embeddings.patch_embeddings.projection.bias
          encoder.positions     reshaped       embeddings.position_embeddings
          encoder.norm.*        same           layernorm.*
          -                     unused         embeddings.mask_token  pooler.*
          """);

  private static final KeyTable SINCE_TRANSFORMERS_5 =
      KeyTable.of(
          """
          encoder.blocks.{i}.norm1.*          same  layers.{i}.layernorm_before.*
          encoder.blocks.{i}.attention.qkv.*  rows  layers.{i}.attention.{q,k,v}_proj.*
          encoder.blocks.{i}.attention.out.*  same  layers.{i}.attention.o_proj.*
          encoder.blocks.{i}.norm2.*          same  layers.{i}.layernorm_after.*
          encoder.blocks.{i}.mlp.fc1.*        same  layers.{i}.mlp.fc1.*
          encoder.blocks.{i}.mlp.fc2.*        same  layers.{i}.mlp.fc2.*
          """);

  private static final KeyTable BEFORE =
      KeyTable.of(
          """
          encoder.blocks.{i}.norm1.*          same  encoder.layer.{i}.layernorm_before.*
          encoder.blocks.{i}.attention.qkv.*  rows  encoder.layer.{i}.attention.attention.{query,key,value}.*
          encoder.blocks.{i}.attention.out.*  same  encoder.layer.{i}.attention.output.dense.*
          encoder.blocks.{i}.norm2.*          same  encoder.layer.{i}.layernorm_after.*
          encoder.blocks.{i}.mlp.fc1.*        same  encoder.layer.{i}.intermediate.dense.*
          encoder.blocks.{i}.mlp.fc2.*        same  encoder.layer.{i}.output.dense.*
          """);

  private IJepa() {}

  static TokenModel model(HuggingFaceFolder folder) {
    FolderConfig config = folder.config();
    config.require("hidden_act", "gelu");
    config.require("qkv_bias", "true");
    config.require("num_channels", "3");
    int side = config.integer("image_size", 224);
    int width = config.integer("hidden_size", 768);
    return TokenModel.of(
        new ImageTransformer(
            side,
            side,
            config.integer("patch_size", 16),
            false,
            Positions.SINUSOIDAL,
            new Transformer(
                width,
                config.integer("num_hidden_layers", 12),
                config.integer("num_attention_heads", 12),
                config.integer("intermediate_size", 3072),
                false,
                0,
                (float) config.number("layer_norm_eps", 1e-12))));
  }

  static List<KeyTable> tables() {
    return List.of(PICTURE.and(SINCE_TRANSFORMERS_5), PICTURE.and(BEFORE));
  }
}
