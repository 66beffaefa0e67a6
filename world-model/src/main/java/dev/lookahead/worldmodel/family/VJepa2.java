package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.token.AttentivePooler;
import dev.lookahead.worldmodel.token.AttentiveProbe;
import dev.lookahead.worldmodel.token.MaskPredictor;
import dev.lookahead.worldmodel.token.Positions;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;

/**
 * V-JEPA 2 (Assran et al. 2025) as {@code VJEPA2Model} and {@code VJEPA2ForVideoClassification}
 * publish it.
 */
final class VJepa2 {

  private static final String CLASSIFIER = "classifier.weight";

  private static final KeyTable MODEL =
      KeyTable.of(
          """
          encoder.patch.weight                  channels-last  encoder.embeddings.patch_embeddings.proj.weight
          encoder.patch.bias                    same           encoder.embeddings.patch_embeddings.proj.bias
          encoder.blocks.{i}.norm1.*            same           encoder.layer.{i}.norm1.*
          encoder.blocks.{i}.attention.qkv.*    rows           encoder.layer.{i}.attention.{query,key,value}.*
          encoder.blocks.{i}.attention.out.*    same           encoder.layer.{i}.attention.proj.*
          encoder.blocks.{i}.norm2.*            same           encoder.layer.{i}.norm2.*
          encoder.blocks.{i}.mlp.fc1.*          same           encoder.layer.{i}.mlp.fc1.*
          encoder.blocks.{i}.mlp.fc2.*          same           encoder.layer.{i}.mlp.fc2.*
          encoder.norm.*                        same           encoder.layernorm.*

          predictor.input.*                     same           predictor.embeddings.predictor_embeddings.*
          predictor.mask                        reshaped       predictor.embeddings.mask_tokens
          predictor.blocks.{i}.norm1.*          same           predictor.layer.{i}.norm1.*
          predictor.blocks.{i}.attention.qkv.*  rows           predictor.layer.{i}.attention.{query,key,value}.*
          predictor.blocks.{i}.attention.out.*  same           predictor.layer.{i}.attention.proj.*
          predictor.blocks.{i}.norm2.*          same           predictor.layer.{i}.norm2.*
          predictor.blocks.{i}.mlp.fc1.*        same           predictor.layer.{i}.mlp.fc1.*
          predictor.blocks.{i}.mlp.fc2.*        same           predictor.layer.{i}.mlp.fc2.*
          predictor.norm.*                      same           predictor.layernorm.*
          predictor.output.*                    same           predictor.proj.*
          """);

  private static final KeyTable PROBE =
      KeyTable.of(
          """
          probe.pooler.blocks.{i}.norm1.*          same  pooler.self_attention_layers.{i}.layer_norm1.*
          probe.pooler.blocks.{i}.attention.qkv.*  rows  pooler.self_attention_layers.{i}.self_attn.{q,k,v}_proj.*
          probe.pooler.blocks.{i}.attention.out.*  same  pooler.self_attention_layers.{i}.self_attn.out_proj.*
          probe.pooler.blocks.{i}.norm2.*          same  pooler.self_attention_layers.{i}.layer_norm2.*
          probe.pooler.blocks.{i}.mlp.fc1.*        same  pooler.self_attention_layers.{i}.mlp.fc1.*
          probe.pooler.blocks.{i}.mlp.fc2.*        same  pooler.self_attention_layers.{i}.mlp.fc2.*
          probe.pooler.query                       same  pooler.query_tokens
          probe.pooler.cross.norm1.*               same  pooler.cross_attention_layer.layer_norm1.*
          probe.pooler.cross.attention.q.*         same  pooler.cross_attention_layer.cross_attn.q_proj.*
          probe.pooler.cross.attention.kv.*        rows  pooler.cross_attention_layer.cross_attn.{k,v}_proj.*
          probe.pooler.cross.norm2.*               same  pooler.cross_attention_layer.layer_norm2.*
          probe.pooler.cross.mlp.fc1.*             same  pooler.cross_attention_layer.mlp.fc1.*
          probe.pooler.cross.mlp.fc2.*             same  pooler.cross_attention_layer.mlp.fc2.*
          probe.classifier.*                       same  classifier.*
          """);

  private VJepa2() {}

  static TokenModel model(HuggingFaceFolder folder) {
    FolderConfig config = folder.config();
    config.require("hidden_act", "gelu");
    config.require("qkv_bias", "true");
    config.require("in_chans", "3");
    int side = config.integer("crop_size", 256);
    int width = config.integer("hidden_size", 1024);
    int heads = config.integer("num_attention_heads", 16);
    float epsilon = (float) config.number("layer_norm_eps", 1e-6);
    int predictorWidth = config.integer("pred_hidden_size", 384);
    VideoTransformer encoder =
        new VideoTransformer(
            config.integer("frames_per_clip", 64),
            side,
            side,
            config.integer("tubelet_size", 2),
            config.integer("patch_size", 16),
            new Transformer(
                width,
                config.integer("num_hidden_layers", 24),
                heads,
                config.hidden(width, "mlp_ratio", 4),
                false,
                0,
                epsilon));
    MaskPredictor predictor =
        new MaskPredictor(
            encoder.grid(),
            width,
            Positions.ROTARY,
            config.integer("pred_num_mask_tokens", 10),
            new Transformer(
                predictorWidth,
                config.integer("pred_num_hidden_layers", 12),
                config.integer("pred_num_attention_heads", 12),
                config.hidden(predictorWidth, "pred_mlp_ratio", 4),
                false,
                0,
                epsilon));
    AttentiveProbe probe = null;
    if (folder.names().contains(CLASSIFIER)) {
      TensorEntry classifier = folder.entry(CLASSIFIER);
      probe =
          new AttentiveProbe(
              new AttentivePooler(
                  width,
                  config.integer("num_pooler_layers", 3),
                  heads,
                  // The reference's pooler keeps to four whatever the encoder has.
                  4 * width,
                  epsilon),
              classifier.tensorShape().size(0));
    }
    return new TokenModel(PixelNormalizer.imageNet(), encoder, predictor, probe, null);
  }

  static List<KeyTable> tables(TokenModel model) {
    return List.of(model.probe() == null ? MODEL : MODEL.under("vjepa2.").and(PROBE));
  }
}
