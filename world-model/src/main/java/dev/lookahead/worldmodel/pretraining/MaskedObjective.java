package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.masking.MaskCounts;
import dev.lookahead.worldmodel.masking.MaskSignature;
import dev.lookahead.worldmodel.objective.MovingAverage;
import dev.lookahead.worldmodel.objective.SigReg;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.pretraining.MaskedSettings.Prediction;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.MaskPredictor;
import dev.lookahead.worldmodel.token.Positions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loss of masked pretraining, for masks of one signature (Assran et al. 2023, I-JEPA, section
 * 3; Bardes et al. 2024, V-JEPA, eq. 1): the encoder sees the context's tokens and nothing else, a
 * predictor that is told where the targets are says what a target encoder, which sees everything,
 * has there. Targets are normalised over their channels without learned gains.
 *
 * <p>Inputs, in this order:
 *
 * <ul>
 *   <li>{@code frames} uint8 [B, T, H, W, 3]
 *   <li>per view {@code context} [B, n] and {@code targets} [B, M m]: places on the grid
 *   <li>{@code directions} [D, M] if SIGReg counts: unit columns, drawn anew every step
 * </ul>
 *
 * <p>Outputs: the total, the prediction loss (the mean over views), and SIGReg if it counts.
 *
 * @param eye the encoder
 * @param settings what is predicted, and how
 * @param signature how many tokens the masks have
 * @param batch the samples at once B
 */
public record MaskedObjective(Eye eye, MaskedSettings settings, MaskSignature signature, int batch)
    implements TensorFunction {

  private static final String ENCODER = TokenModel.ENCODER;
  private static final String PREDICTOR = TokenModel.PREDICTOR;
  private static final String PIXEL_HEAD = "pixel_head.";

  @Override
  public String name() {
    return "masked_" + signature.label();
  }

  @Override
  public List<TensorSpec> inputs() {
    List<TensorSpec> inputs = new ArrayList<>(List.of(eye.frames(batch)));
    for (int view = 0; view < signature.views().size(); view++) {
      MaskCounts counts = signature.views().get(view);
      inputs.add(TensorSpec.indices("context" + view, batch, counts.context()));
      inputs.add(TensorSpec.indices("targets" + view, batch, counts.targets()));
    }
    if (settings.sigReg() > 0) {
      inputs.add(TensorSpec.floats("directions", width(), settings.sigRegDirections()));
    }
    return inputs;
  }

  /** Encoder, predictor and target encoder, each under its name. */
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of().add("", encoderParameters());
    predictor().ifPresent(predictor -> parameters.add(PREDICTOR, predictor.parameters()));
    if (settings.predict() == Prediction.PIXELS) {
      parameters.add(PIXEL_HEAD, pixelHead().parameters());
    }
    return parameters.add("", average().parameters()).list();
  }

  /** Which frozen parameters follow the encoder's. */
  MovingAverage average() {
    return new MovingAverage(settings.averages() ? encoderParameters() : List.of());
  }

  /** What is kept after training: the encoder and, where latents are predicted, the predictor. */
  public TokenModel model() {
    return new TokenModel(
        eye.pixels(),
        eye.encoder(),
        settings.predict() == Prediction.LATENTS ? predictor().orElse(null) : null,
        null,
        null);
  }

  /**
   * The parameters of {@link #model()} after training. The encoder's are those of the moving
   * average where there is one, as published.
   */
  public ParameterSet kept(ParameterSet trained) {
    ParameterSet taken = average().taken(trained);
    Map<String, HostTensor> kept = new LinkedHashMap<>();
    model().parameters().forEach(spec -> kept.put(spec.name(), taken.get(spec.name())));
    return new ParameterSet(kept);
  }

  /** A name per output. */
  public List<String> lossNames() {
    return settings.sigReg() > 0
        ? List.of("total", "prediction", "sig_reg")
        : List.of("total", "prediction");
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T pixels = eye.pixels(ops, inputs.get(0));
    T everything = targets(ops, weights, pixels);
    List<T> losses = new ArrayList<>();
    for (int view = 0; view < signature.views().size(); view++) {
      T context = inputs.get(1 + 2 * view);
      T targets = inputs.get(2 + 2 * view);
      T predicted = predict(ops, weights, signature.views().get(view), pixels, context, targets);
      T wanted = normalized(ops, ops.gather(everything, targets));
      losses.add(settings.loss().apply(ops, predicted, wanted));
    }
    T prediction = ops.mul(losses.stream().reduce(ops::add).orElseThrow(), 1f / losses.size());
    if (settings.sigReg() == 0) {
      return List.of(prediction, prediction);
    }
    T pooled = ops.mean(everything, true, 1);
    T sigReg = SigReg.loss(ops, pooled, inputs.get(inputs.size() - 1));
    return List.of(ops.add(prediction, ops.mul(sigReg, settings.sigReg())), prediction, sigReg);
  }

  /** What there is to predict at every place: [B, N, D], or [B, N, pixels]. */
  private <T> T targets(TensorOps<T> ops, Weights<T> weights, T pixels) {
    if (settings.predict() == Prediction.PIXELS) {
      return eye.encoder().patches(ops, pixels);
    }
    Weights<T> target =
        weights.under(settings.averages() ? MovingAverage.PREFIX + ENCODER : ENCODER);
    T tokens = eye.tokens(ops, target, pixels, null);
    return settings.target() == TargetEncoder.ONLINE ? tokens : ops.stopGradient(tokens);
  }

  private static <T> T normalized(TensorOps<T> ops, T x) {
    return ops.layerNorm(x, null, null, LayerNorm.EPSILON);
  }

  /** From the context alone to all targets of a view, [B, M m, D]. */
  private <T> T predict(
      TensorOps<T> ops, Weights<T> weights, MaskCounts view, T pixels, T context, T targets) {
    T seen = eye.tokens(ops, weights.under(ENCODER), pixels, context);
    T answers;
    Optional<MaskPredictor> predictor = predictor();
    if (predictor.isPresent()) {
      // Blocks are predicted one by one: none may see another's mask tokens.
      int rows = batch * view.blocks();
      T each =
          predictor
              .get()
              .apply(
                  ops,
                  weights.under(PREDICTOR),
                  perBlock(ops, seen, view, view.context(), width()),
                  ops.reshape(
                      perBlock(ops, context, view, view.context(), 1), rows, view.context()),
                  ops.reshape(targets, rows, view.perBlock()),
                  0);
      answers = ops.reshape(each, batch, view.targets(), width());
    } else {
      answers = ops.expand(ops.mean(seen, true, 1), batch, view.targets(), width());
    }
    return settings.predict() == Prediction.PIXELS
        ? pixelHead().apply(ops, weights.under(PIXEL_HEAD), answers)
        : answers;
  }

  /** Every row of the batch once per block: [B, n, last] to [B M, n, last]. */
  private <T> T perBlock(TensorOps<T> ops, T x, MaskCounts view, int n, int last) {
    T rows = ops.expand(ops.reshape(x, batch, 1, n, last), batch, view.blocks(), n, last);
    return ops.reshape(rows, batch * view.blocks(), n, last);
  }

  private Optional<MaskPredictor> predictor() {
    Positions positions =
        eye.encoder() instanceof ImageTransformer ? Positions.SINUSOIDAL : Positions.ROTARY;
    return settings
        .predictor()
        .map(
            extent ->
                new MaskPredictor(
                    eye.encoder().grid(),
                    width(),
                    positions,
                    1,
                    Transformer.plain(extent.width(), extent.depth(), extent.heads())));
  }

  private Linear pixelHead() {
    int tokens = eye.encoder().grid().tokens();
    return new Linear(width(), eye.form().bytes() / tokens);
  }

  private List<ParameterSpec> encoderParameters() {
    return Parameters.of().add(ENCODER, eye.encoder().parameters()).list();
  }

  private int width() {
    return eye.encoder().width();
  }
}
