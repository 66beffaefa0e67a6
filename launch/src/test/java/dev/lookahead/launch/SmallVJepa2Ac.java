package dev.lookahead.launch;

import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * V-JEPA 2-AC of a few thousand random weights for frames of 32 x 32, named as in the released
 * {@code vjepa2-ac-vitg.pt}.
 */
public final class SmallVJepa2Ac {

  /** The side of its frames. */
  public static final int SIDE = 32;

  private static final int TOKEN = 24;
  private static final int WIDTH = 36;
  private static final int BLOCKS = 2;
  private static final String CONFIG =
      """
      {"encoder": {"depth": 2, "num_heads": 2, "mlp_ratio": 2}, "embed_dim": 24, "img_size": 32,
       "predictor_embed_dim": 36, "depth": 2, "num_heads": 3, "mlp_ratio": 2, "action_embed_dim": 7}
      """;

  private final SafetensorsWriter file;
  private final SplittableRandom random = new SplittableRandom(5);

  private SmallVJepa2Ac(SafetensorsWriter file) {
    this.file = file;
  }

  /** Predictor and encoder, as released. */
  public static Path whole(Path folder) throws IOException {
    return write(folder, CONFIG, true, 7);
  }

  /** The predictor without its encoder. */
  public static Path predictor(Path folder) throws IOException {
    return write(folder, CONFIG, false, 7);
  }

  /** A predictor of other actions, with its encoder. */
  public static Path ofActions(Path folder, int actions) throws IOException {
    String config = CONFIG.replace("\"action_embed_dim\": 7", "\"action_embed_dim\": " + actions);
    return write(folder, config, true, actions);
  }

  /** An encoder of V-JEPA 2 as Hugging Face publishes it, for clips of 4 frames of 64 x 64. */
  public static Path encoder(Path folder, int width) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "vjepa2", "crop_size": 64, "frames_per_clip": 4, "hidden_size": %d,
         "num_attention_heads": 2, "num_hidden_layers": 1, "mlp_ratio": 2, "pred_hidden_size": 12,
         "pred_num_attention_heads": 2, "pred_num_hidden_layers": 1, "pred_num_mask_tokens": 1}
        """
            .formatted(width));
    try (SafetensorsWriter file =
        new SafetensorsWriter(folder.resolve("model.safetensors"), 16384)) {
      SmallVJepa2Ac model = new SmallVJepa2Ac(file);
      String patch = "encoder.embeddings.patch_embeddings.proj.";
      model.put(patch + "weight", width, 3, 2, 16, 16);
      model.put(patch + "bias", width);
      model.huggingFaceBlock("encoder.layer.0.", width, 2);
      model.norm("encoder.layernorm", width);
      model.affine("predictor.embeddings.predictor_embeddings", 12, width);
      model.put("predictor.embeddings.mask_tokens", 1, 1, 1, 12);
      model.huggingFaceBlock("predictor.layer.0.", 12, 4);
      model.norm("predictor.layernorm", 12);
      model.affine("predictor.proj", width, 12);
      file.commit();
    }
    return folder;
  }

  private static Path write(Path folder, String config, boolean encoder, int actions)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config);
    try (SafetensorsWriter file =
        new SafetensorsWriter(folder.resolve("model.safetensors"), 16384)) {
      SmallVJepa2Ac model = new SmallVJepa2Ac(file);
      String in = "predictor.module.";
      model.affine(in + "predictor_embed", WIDTH, TOKEN);
      model.affine(in + "action_encoder", WIDTH, actions);
      model.affine(in + "state_encoder", WIDTH, actions);
      model.affine(in + "extrinsics_encoder", WIDTH, actions - 1);
      for (int block = 0; block < BLOCKS; block++) {
        model.block(in + "predictor_blocks." + block + ".", WIDTH);
      }
      model.norm(in + "predictor_norm", WIDTH);
      model.affine(in + "predictor_proj", TOKEN, WIDTH);
      if (encoder) {
        String seen = "encoder.module.backbone.";
        model.put(seen + "pos_embed", 1, 4, TOKEN);
        model.put(seen + "patch_embed.proj.weight", TOKEN, 3, 2, 16, 16);
        model.put(seen + "patch_embed.proj.bias", TOKEN);
        for (int block = 0; block < BLOCKS; block++) {
          model.block(seen + "blocks." + block + ".", TOKEN);
        }
        model.norm(seen + "norm", TOKEN);
      }
      file.commit();
    }
    return folder;
  }

  private void block(String in, int width) throws IOException {
    norm(in + "norm1", width);
    affine(in + "attn.qkv", 3 * width, width);
    affine(in + "attn.proj", width, width);
    norm(in + "norm2", width);
    affine(in + "mlp.fc1", 2 * width, width);
    affine(in + "mlp.fc2", width, 2 * width);
  }

  private void huggingFaceBlock(String in, int width, int ratio) throws IOException {
    norm(in + "norm1", width);
    for (String part : List.of("query", "key", "value", "proj")) {
      affine(in + "attention." + part, width, width);
    }
    norm(in + "norm2", width);
    affine(in + "mlp.fc1", ratio * width, width);
    affine(in + "mlp.fc2", width, ratio * width);
  }

  private void norm(String name, int width) throws IOException {
    put(name + ".weight", width);
    put(name + ".bias", width);
  }

  private void affine(String name, int out, int in) throws IOException {
    put(name + ".weight", out, in);
    put(name + ".bias", out);
  }

  private void put(String name, long... sizes) throws IOException {
    int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    double std = sizes.length == 1 ? 0.5 : Math.sqrt((double) sizes[0] / count);
    if (name.endsWith("action_encoder.weight")) {
      // Actions are small numbers; what they do should be seen.
      std *= 20;
    }
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat((float) (std * random.nextGaussian()));
    }
    file.append(name, DType.F32, Arrays.stream(sizes).boxed().toList(), bytes.flip());
  }
}
