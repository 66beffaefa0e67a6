package dev.lookahead.worldmodel.lewm;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The reference's state dict as parameters of {@link LeWmArchitecture#config}.
 *
 * <p>Most tensors only change their name. Four things are folded, all exactly: batch norms (in
 * evaluation mode) and the 1x1 convolution of the action encoder into the affine map beside them,
 * three attention projections into one, and the one of adaLN's one plus scale into its bias.
 */
public final class LeWmWeights {

  private static final double BATCH_NORM_EPSILON = 1e-5;

  private final Function<String, HostTensor> source;
  private final Map<String, HostTensor> parameters = new LinkedHashMap<>();

  private LeWmWeights(Function<String, HostTensor> source) {
    this.source = source;
  }

  /**
   * Converts.
   *
   * @param source the reference's tensors by key; throws for unknown keys
   */
  public static ParameterSet convert(
      LeWmArchitecture architecture, Function<String, HostTensor> source) {
    LeWmWeights weights = new LeWmWeights(source);
    weights.encoder(architecture);
    weights.actions();
    weights.predictor(architecture);
    return new ParameterSet(weights.parameters);
  }

  private void encoder(LeWmArchitecture architecture) {
    int width = architecture.hiddenSize();
    put("encoder.vision.cls", Shape.of(1, 1, width), "encoder.embeddings.cls_token");
    HostTensor positions = source.apply("encoder.embeddings.position_embeddings");
    put(
        "encoder.vision.positions",
        Folding.reshape(positions, Shape.of(positions.shape().size(1), width)));
    String patch = "encoder.embeddings.patch_embeddings.projection.";
    put("encoder.vision.patch.weight", Folding.channelsLast(source.apply(patch + "weight")));
    copy("encoder.vision.patch.bias", patch + "bias");
    for (int i = 0; i < architecture.layers(); i++) {
      String own = "encoder.vision.blocks." + i + ".";
      String theirs = "encoder.layers." + i + ".";
      affine(own + "norm1.", theirs + "layernorm_before.");
      for (String kind : new String[] {"weight", "bias"}) {
        put(
            own + "attention.qkv." + kind,
            Folding.rows(
                source.apply(theirs + "attention.q_proj." + kind),
                source.apply(theirs + "attention.k_proj." + kind),
                source.apply(theirs + "attention.v_proj." + kind)));
      }
      affine(own + "attention.out.", theirs + "attention.o_proj.");
      affine(own + "norm2.", theirs + "layernorm_after.");
      affine(own + "mlp.fc1.", theirs + "mlp.fc1.");
      affine(own + "mlp.fc2.", theirs + "mlp.fc2.");
    }
    affine("encoder.vision.norm.", "encoder.layernorm.");
    projector("encoder.vision.projector.", "projector.net.");
  }

  private void actions() {
    HostTensor convolution = source.apply("action_encoder.patch_embed.weight");
    HostTensor inner =
        Folding.reshape(
            convolution, Shape.of(convolution.shape().size(0), convolution.shape().size(1)));
    HostTensor weight = source.apply("action_encoder.embed.0.weight");
    put("actions.fc1.weight", Folding.product(weight, inner));
    put(
        "actions.fc1.bias",
        Folding.apply(
            weight,
            source.apply("action_encoder.patch_embed.bias"),
            source.apply("action_encoder.embed.0.bias")));
    affine("actions.fc2.", "action_encoder.embed.2.");
  }

  private void predictor(LeWmArchitecture architecture) {
    int width = architecture.hiddenSize();
    int inner = architecture.predictorHeads() * architecture.predictorHeadWidth();
    HostTensor[] weights = new HostTensor[architecture.predictorDepth()];
    HostTensor[] biases = new HostTensor[weights.length];
    put("predictor.positions", Shape.of(architecture.history(), width), "predictor.pos_embedding");
    for (int i = 0; i < weights.length; i++) {
      String own = "predictor.blocks." + i + ".";
      String theirs = "predictor.transformer.layers." + i + ".";
      weights[i] = source.apply(theirs + "adaLN_modulation.1.weight");
      biases[i] = Folding.scalesPlusOne(source.apply(theirs + "adaLN_modulation.1.bias"), width);
      affine(own + "norm1.", theirs + "attn.norm.");
      copy(own + "attention.qkv.weight", theirs + "attn.to_qkv.weight");
      put(own + "attention.qkv.bias", HostTensor.filled(Shape.of(3 * inner), 0f));
      affine(own + "attention.out.", theirs + "attn.to_out.0.");
      affine(own + "norm2.", theirs + "mlp.net.0.");
      affine(own + "mlp.fc1.", theirs + "mlp.net.1.");
      affine(own + "mlp.fc2.", theirs + "mlp.net.4.");
    }
    put("predictor.modulation.weight", Folding.rows(weights));
    put("predictor.modulation.bias", Folding.rows(biases));
    affine("predictor.norm.", "predictor.transformer.norm.");
    projector("predictor.output.", "pred_proj.net.");
  }

  /** Affine, batch norm, GELU, affine. */
  private void projector(String own, String theirs) {
    HostTensor gain =
        Folding.batchNormGain(
            source.apply(theirs + "1.weight"),
            source.apply(theirs + "1.running_var"),
            BATCH_NORM_EPSILON);
    put(own + "fc1.weight", Folding.scaleRows(source.apply(theirs + "0.weight"), gain));
    put(
        own + "fc1.bias",
        Folding.batchNormBias(
            source.apply(theirs + "0.bias"),
            source.apply(theirs + "1.running_mean"),
            gain,
            source.apply(theirs + "1.bias")));
    affine(own + "fc2.", theirs + "3.");
  }

  private void affine(String own, String theirs) {
    copy(own + "weight", theirs + "weight");
    copy(own + "bias", theirs + "bias");
  }

  private void copy(String own, String theirs) {
    put(own, source.apply(theirs));
  }

  private void put(String own, Shape shape, String theirs) {
    put(own, Folding.reshape(source.apply(theirs), shape));
  }

  private void put(String own, HostTensor value) {
    parameters.put(own, value);
  }
}
