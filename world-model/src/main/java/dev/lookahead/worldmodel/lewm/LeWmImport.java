package dev.lookahead.worldmodel.lewm;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.family.FolderConfig;
import dev.lookahead.worldmodel.family.HuggingFaceFolder;
import dev.lookahead.worldmodel.family.PublishedWorldModel;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A published LeWM as a bundle a planner can use. Its {@code config.json} says how it is built, but
 * neither what its actions are called, where they end nor how they were standardised: the data set
 * it was trained on does, and whoever imports it repeats that here.
 */
public final class LeWmImport {

  /** What it is called beside the families of {@link dev.lookahead.worldmodel.family}. */
  public static final String FAMILY = "lewm";

  private LeWmImport() {}

  /**
   * Reads a folder.
   *
   * @param axes the actions of one environment step
   * @param actions their statistics in the data it was trained on
   * @throws CheckpointException if the folder is damaged, or does not hold exactly what a LeWM of
   *     its configuration needs
   */
  public static PublishedWorldModel of(Path path, List<ActionAxis> axes, Standardizer actions) {
    HuggingFaceFolder folder = HuggingFaceFolder.open(path);
    LeWmArchitecture architecture = architecture(folder.config());
    int numbers = actionNumbers(folder.config());
    if (axes.isEmpty() || numbers % axes.size() != 0) {
      throw new CheckpointException(
          folder.config().file(),
          "a block of its actions has %d numbers, which %d axes do not divide; name every axis of an action"
              .formatted(numbers, axes.size()));
    }
    try {
      JepaConfig config =
          architecture.config(new ActionSpace(axes), actions, numbers / axes.size());
      Set<String> left = new LinkedHashSet<>(folder.names());
      ParameterSet parameters = LeWmWeights.convert(architecture, key -> take(folder, key, left));
      // PyTorch counts batches in every batch norm; nothing reads it.
      left.removeIf(name -> name.endsWith("num_batches_tracked") || name.contains("pooler."));
      if (!left.isEmpty()) {
        throw new CheckpointException(path, "unexpected " + new ArrayList<>(left));
      }
      parameters.check(new Jepa(config).parameters());
      return new PublishedWorldModel(
          config,
          OptionalLong.empty(),
          parameters::get,
          (commit, versions, now) -> provenance(folder, commit, versions, now));
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(path, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static HostTensor take(HuggingFaceFolder folder, String key, Set<String> left) {
    String name = left.contains(key) ? key : before5(key);
    left.remove(name);
    return folder.tensor(name);
  }

  /** The name of a tensor of the encoder as Transformers wrote it before its version 5. */
  private static String before5(String key) {
    return key.replace("encoder.layers.", "encoder.encoder.layer.")
        .replace(".attention.q_proj.", ".attention.attention.query.")
        .replace(".attention.k_proj.", ".attention.attention.key.")
        .replace(".attention.v_proj.", ".attention.attention.value.")
        .replace(".attention.o_proj.", ".attention.output.dense.")
        .replaceAll("^(encoder\\..*)\\.mlp\\.fc1\\.", "$1.intermediate.dense.")
        .replaceAll("^(encoder\\..*)\\.mlp\\.fc2\\.", "$1.output.dense.");
  }

  /** The numbers of an action block. */
  private static int actionNumbers(FolderConfig config) {
    return config.json().has("action_encoder")
        ? config.inside("action_encoder").integer("input_dim")
        : config.integer("action_dim");
  }

  /** From the nested form of the releases, or a flat one. */
  private static LeWmArchitecture architecture(FolderConfig config) {
    LeWmArchitecture published = LeWmArchitecture.published();
    if (!config.json().has("encoder")) {
      return new LeWmArchitecture(
          config.integer("image_size", published.imageSize()),
          config.integer("patch_size", published.patchSize()),
          config.integer("hidden_size", published.hiddenSize()),
          config.integer("num_hidden_layers", published.layers()),
          config.integer("num_attention_heads", published.heads()),
          config.integer("intermediate_size", published.intermediateSize()),
          config.integer("projector_hidden", published.projectorHidden()),
          config.integer("history", published.history()),
          config.integer("predictor_depth", published.predictorDepth()),
          config.integer("predictor_heads", published.predictorHeads()),
          config.integer("predictor_dim_head", published.predictorHeadWidth()),
          config.integer("predictor_mlp_dim", published.predictorMlp()));
    }
    FolderConfig encoder = config.inside("encoder");
    encoder.require("size", "tiny");
    FolderConfig predictor = config.inside("predictor");
    return new LeWmArchitecture(
        encoder.integer("image_size", published.imageSize()),
        encoder.integer("patch_size", published.patchSize()),
        published.hiddenSize(),
        published.layers(),
        published.heads(),
        published.intermediateSize(),
        config.inside("projector").integer("hidden_dim", published.projectorHidden()),
        predictor.integer("num_frames", published.history()),
        predictor.integer("depth", published.predictorDepth()),
        predictor.integer("heads", published.predictorHeads()),
        predictor.integer("dim_head", published.predictorHeadWidth()),
        predictor.integer("mlp_dim", published.predictorMlp()));
  }

  private static Provenance provenance(
      HuggingFaceFolder folder, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException {
    return new Provenance(
        folder.sha256(),
        "weights published as '%s' (lewm), imported".formatted(folder.name()),
        0,
        sourceCommit,
        versions,
        0,
        0,
        Map.of(),
        now);
  }
}
