package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.TensorFile;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The smallest I-JEPA, as Hugging Face would publish it: two blocks of 12, four patches. */
final class SmallIJepa {

  static final String CONFIG =
      """
      {"model_type": "ijepa", "hidden_act": "gelu", "hidden_size": 12, "image_size": 16,
       "intermediate_size": 24, "num_attention_heads": 2, "num_hidden_layers": 2,
       "patch_size": 8, "torch_dtype": "float32", "unknown": {"to": ["us"]}}
      """;

  private SmallIJepa() {}

  static Map<String, HostTensor> tensors() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    put(tensors, "embeddings.patch_embeddings.projection.weight", 12, 3, 8, 8);
    put(tensors, "embeddings.patch_embeddings.projection.bias", 12);
    put(tensors, "embeddings.position_embeddings", 1, 4, 12);
    put(tensors, "embeddings.mask_token", 1, 1, 12);
    affine(tensors, "layernorm", 12);
    for (int i = 0; i < 2; i++) {
      String layer = "layers." + i + ".";
      affine(tensors, layer + "layernorm_before", 12);
      affine(tensors, layer + "layernorm_after", 12);
      for (String map : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
        affine(tensors, layer + "attention." + map, 12, 12);
      }
      affine(tensors, layer + "mlp.fc1", 24, 12);
      affine(tensors, layer + "mlp.fc2", 12, 24);
    }
    return tensors;
  }

  static Path folder(Path place) {
    return folder(place, CONFIG, tensors());
  }

  static Path folder(Path place, String config, Map<String, HostTensor> tensors) {
    try {
      Files.createDirectories(place);
      Files.writeString(place.resolve("config.json"), config);
      write(place.resolve("model.safetensors"), tensors);
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in two shards with an index. */
  static Path sharded(Path place) {
    try {
      Files.createDirectories(place);
      Files.writeString(place.resolve("config.json"), CONFIG);
      Map<String, Map<String, HostTensor>> shards = new LinkedHashMap<>();
      tensors()
          .forEach(
              (name, value) ->
                  shards
                      .computeIfAbsent(shard(name), file -> new LinkedHashMap<>())
                      .put(name, value));
      for (Map.Entry<String, Map<String, HostTensor>> shard : shards.entrySet()) {
        write(place.resolve(shard.getKey()), shard.getValue());
      }
      Files.writeString(
          place.resolve("model.safetensors.index.json"),
          tensors().keySet().stream()
              .map(name -> "\"%s\": \"%s\"".formatted(name, shard(name)))
              .collect(
                  Collectors.joining(
                      ", ", "{\"metadata\": {\"total_size\": 1}, \"weight_map\": {", "}}")));
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shard(String tensor) {
    return "model-0000%d-of-00002.safetensors".formatted(tensor.startsWith("layers.1") ? 2 : 1);
  }

  private static void write(Path file, Map<String, HostTensor> tensors) throws IOException {
    new TensorFile(new ParameterSet(tensors), Map.of("format", "pt")).write(file);
  }

  private static void affine(Map<String, HostTensor> tensors, String name, int... sizes) {
    put(tensors, name + ".weight", sizes);
    put(tensors, name + ".bias", sizes[0]);
  }

  private static void put(Map<String, HostTensor> tensors, String name, int... sizes) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] values = new float[Shape.of(sizes).count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    tensors.put(name, HostTensor.owning(Shape.of(sizes), values));
  }
}
