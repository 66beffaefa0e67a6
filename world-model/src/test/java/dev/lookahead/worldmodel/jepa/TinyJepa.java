package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.ConvEncoder;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.ProprioEncoder;
import dev.lookahead.worldmodel.encoder.StandardizedEncoder;
import dev.lookahead.worldmodel.encoder.VisionEncoder;
import dev.lookahead.worldmodel.encoder.VisionTransformer;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.predictor.CategoricalVariable;
import dev.lookahead.worldmodel.predictor.CausalPredictor;
import dev.lookahead.worldmodel.predictor.GaussianVariable;
import dev.lookahead.worldmodel.predictor.GruPredictor;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.predictor.PatchPredictor;
import dev.lookahead.worldmodel.predictor.Predictor;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Models of a few thousand parameters that see {@link MovingDot} and act in blocks of two. */
public final class TinyJepa {

  public static final int WIDTH = 16;
  public static final int BLOCK = 2;
  private static final Standardizer ACTIONS =
      new Standardizer(List.of(0f, 0f), List.of(1.2f, 1.2f));

  private TinyJepa() {}

  /** ViT, context of one. */
  public static JepaConfig vit() {
    return of(transformer(VisionTransformer.Pooling.MEAN), causal(1), true);
  }

  /** ViT with CLS token, context of three. */
  public static JepaConfig history() {
    return of(transformer(VisionTransformer.Pooling.CLS), causal(3), false);
  }

  /** Convolutions and a GRU. */
  public static JepaConfig recurrent() {
    return of(
        new ConvEncoder(MovingDot.SIDE, MovingDot.SIDE, List.of(4, 8), WIDTH),
        new GruPredictor(WIDTH, WIDTH, true),
        true);
  }

  /** Like {@link #vit}, and feels three values. */
  public static JepaConfig feeling() {
    return new JepaConfig(
        MovingDot.ACTIONS,
        PixelNormalizer.imageNet(),
        transformer(VisionTransformer.Pooling.MEAN),
        new ProprioEncoder(Standardizer.identity(3), 8, 4),
        new ActionEncoder(ACTIONS, BLOCK, 32, WIDTH),
        new CausalPredictor(2, WIDTH + 4, WIDTH, WIDTH, 1, 2, 8, 32, false, 0, true),
        false,
        new TemporalDistance(WIDTH + 4, WIDTH, 16, 5f));
  }

  /** Convolutions, no residual, latents normalised: little keeps it from collapsing. */
  public static JepaConfig normalized() {
    return new JepaConfig(
        MovingDot.ACTIONS,
        PixelNormalizer.imageNet(),
        new ConvEncoder(MovingDot.SIDE, MovingDot.SIDE, List.of(8, 16), WIDTH),
        null,
        new ActionEncoder(ACTIONS, BLOCK, 32, WIDTH),
        new CausalPredictor(1, WIDTH, WIDTH, WIDTH, 2, 2, 8, 32, false, 0, false),
        true,
        null);
  }

  /** Four patch tokens a frame, context of two, tokens normalised. */
  public static JepaConfig patches() {
    return of(
        patchEncoder(), new PatchPredictor(2, 2, 2, 12, 0, WIDTH, 24, 1, 2, true, true), true);
  }

  /** Like {@link #patches}, standardised over the data instead, and feels three values. */
  public static JepaConfig feelingPatches() {
    VisionEncoder vision = new StandardizedEncoder(patchEncoder());
    PatchPredictor predictor = new PatchPredictor(2, 2, 2, 12, 4, WIDTH, 24, 1, 2, true, false);
    return new JepaConfig(
        MovingDot.ACTIONS,
        PixelNormalizer.imageNet(),
        vision,
        new ProprioEncoder(Standardizer.identity(3), 8, 4),
        new ActionEncoder(ACTIONS, BLOCK, 32, WIDTH),
        predictor,
        false,
        new TemporalDistance(predictor.latentWidth(), vision.latentWidth(), 16, 5f));
  }

  /** V-JEPA 2-AC in small: single steps of an end effector, context of two. */
  public static JepaConfig actionConditioned() {
    return actionConditioned(2);
  }

  /** The same with a context of so many frames. */
  public static JepaConfig actionConditioned(int contextFrames) {
    int axes = EndEffector.SIZE;
    return new JepaConfig(
        new ActionSpace(
            EndEffector.AXES.stream().map(name -> new ActionAxis(name, "1", -1, 1)).toList()),
        PixelNormalizer.imageNet(),
        new PatchEncoder(
            new VideoTransformer(
                2,
                MovingDot.SIDE,
                MovingDot.SIDE,
                2,
                MovingDot.SIDE / 2,
                Transformer.plain(12, 1, 2)),
            true),
        new ProprioEncoder(Standardizer.identity(axes), 0, axes),
        new ActionEncoder(Standardizer.identity(axes), 1, 0, axes),
        new ActionConditionedPredictor(
            new FrameCausalPredictor(
                TokenGrid.picture(2, 2), 12, axes, false, Transformer.plain(24, 2, 2)),
            contextFrames),
        false,
        null);
  }

  private static PatchEncoder patchEncoder() {
    return new PatchEncoder(
        new ImageTransformer(
            MovingDot.SIDE,
            MovingDot.SIDE,
            MovingDot.SIDE / 2,
            true,
            Positions.SINUSOIDAL,
            Transformer.plain(12, 1, 2)),
        true);
  }

  /** Like {@link #vit}, with one of three codes for what cannot be foreseen. */
  public static JepaConfig choosing() {
    return with(vit(), new CategoricalVariable(3));
  }

  /** Convolutions, a GRU and two Gaussian numbers for what cannot be foreseen. */
  public static JepaConfig drawing() {
    return with(recurrent(), new GaussianVariable(2));
  }

  public static JepaConfig with(JepaConfig config, LatentVariable variable) {
    return new JepaConfig(
        config.actionSpace(),
        config.pixels(),
        config.vision(),
        config.proprioception(),
        config.actions(),
        config.predictor(),
        config.normalizeLatents(),
        config.distance(),
        variable);
  }

  public static JepaConfig of(VisionEncoder vision, Predictor predictor, boolean distance) {
    return new JepaConfig(
        MovingDot.ACTIONS,
        PixelNormalizer.imageNet(),
        vision,
        null,
        new ActionEncoder(ACTIONS, BLOCK, 32, WIDTH),
        predictor,
        false,
        distance
            ? new TemporalDistance(predictor.latentWidth(), vision.latentWidth(), 16, 5f)
            : null);
  }

  public static VisionTransformer transformer(VisionTransformer.Pooling pooling) {
    return new VisionTransformer(
        MovingDot.SIDE, MovingDot.SIDE, 4, 24, 2, 3, 2, pooling, true, 1e-6f, 0, WIDTH);
  }

  public static CausalPredictor causal(int context) {
    return new CausalPredictor(context, WIDTH, WIDTH, WIDTH, 2, 2, 8, 32, false, 0, true);
  }

  /** Random values everywhere: what starts at zero would hide mistakes. */
  public static ParameterSet parameters(JepaConfig config) {
    RandomGenerator random = new SplittableRandom(3);
    return noisy(ParameterSet.initialize(new Jepa(config).parameters(), random), random);
  }

  /** The same values with noise of a tenth. */
  public static ParameterSet noisy(ParameterSet parameters, RandomGenerator random) {
    Map<String, HostTensor> values = new LinkedHashMap<>();
    parameters
        .tensors()
        .forEach(
            (name, value) -> {
              float[] noisy = value.toArray();
              for (int i = 0; i < noisy.length; i++) {
                noisy[i] += 0.1f * (float) random.nextGaussian();
              }
              values.put(name, HostTensor.owning(value.shape(), noisy));
            });
    return new ParameterSet(values);
  }
}
