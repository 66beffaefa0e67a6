package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.predictor.GaussianVariable;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The training loss of a {@link Jepa}.
 *
 * <p>Inputs, in this order, those in brackets only where {@link #inputs()} lists them:
 *
 * <ul>
 *   <li>{@code frames} uint8 [B, F, height, width, 3]: clips, one frame per block; with a frozen
 *       encoder {@code latents} [B, F, goalWidth] in their place
 *   <li>{@code actions} [B, F - 1, K, A] in raw units: the blocks between them
 *   <li>({@code proprioception}) [B, F, P] in raw units
 *   <li>({@code noise}) [B, F - 1, width], standard normal, drawn anew every step: for a Gaussian
 *       latent variable
 *   <li>({@code goal_frames}) uint8 [B, height, width, 3]: a later frame of each clip's episode;
 *       with a frozen encoder {@code goal_latents} [B, goalWidth]
 *   <li>({@code goal_blocks}) [B]: blocks from the clip's first frame to it
 *   <li>({@code directions}) [D, M]: unit columns, drawn anew every step
 * </ul>
 *
 * <p>Outputs: the total, then every term that counts, unweighted.
 *
 * @param jepa the model
 * @param settings which terms, and how
 * @param batch the clips at once B
 * @param frames the frames of a clip F
 */
public record JepaObjective(Jepa jepa, ObjectiveSettings settings, int batch, int frames)
    implements TensorFunction {

  private static final String INVERSE = "inverse.";

  /** Checks that clips are long enough for the settings. */
  public JepaObjective {
    int straight = settings.weights().straightening() > 0 ? 3 : 2;
    int needed =
        Math.max(straight, jepa.config().predictor().contextFrames() + settings.rolloutSteps());
    if (frames < needed || batch < 2) {
      throw new IllegalArgumentException(
          "these settings need clips of at least "
              + needed
              + " frames and batches of at least 2, got "
              + frames
              + " and "
              + batch);
    }
    if (settings.weights().temporalDistance() > 0) {
      jepa.distance();
    }
    LatentInference.requireCost(jepa, settings.weights().latentVariable());
  }

  @Override
  public String name() {
    return "objective";
  }

  @Override
  public List<TensorSpec> inputs() {
    JepaConfig config = jepa.config();
    int height = config.vision().frameHeight();
    int width = config.vision().frameWidth();
    List<TensorSpec> inputs = new ArrayList<>();
    inputs.add(
        frozen()
            ? TensorSpec.floats("latents", batch, frames, config.goalWidth())
            : TensorSpec.bytes("frames", batch, frames, height, width, 3));
    inputs.add(
        TensorSpec.floats(
            "actions", batch, frames - 1, config.actions().blockSteps(), actionSize()));
    if (config.proprioceptionSize() > 0) {
      inputs.add(TensorSpec.floats("proprioception", batch, frames, config.proprioceptionSize()));
    }
    if (config.latentVariable() instanceof GaussianVariable gaussian) {
      inputs.add(TensorSpec.floats("noise", batch, frames - 1, gaussian.width()));
    }
    if (settings.weights().temporalDistance() > 0) {
      inputs.add(
          frozen()
              ? TensorSpec.floats("goal_latents", batch, config.goalWidth())
              : TensorSpec.bytes("goal_frames", batch, height, width, 3));
      inputs.add(TensorSpec.floats("goal_blocks", batch));
    }
    if (settings.weights().sigReg() > 0) {
      inputs.add(
          TensorSpec.floats("directions", config.latentWidth(), settings.sigRegDirections()));
    }
    return inputs;
  }

  /** Whether the encoder is given, and its latents are inputs. */
  public boolean frozen() {
    return settings.target() == TargetEncoder.FROZEN;
  }

  /**
   * The model's parameters, those of heads used in training only, and the target encoder's; without
   * those of a frozen vision encoder.
   */
  public List<ParameterSpec> parameters() {
    List<String> given =
        frozen() ? jepa.visionParameters().stream().map(ParameterSpec::name).toList() : List.of();
    Parameters parameters =
        Parameters.of()
            .add(
                "",
                jepa.parameters().stream().filter(spec -> !given.contains(spec.name())).toList());
    if (settings.weights().inverseDynamics() > 0) {
      parameters.add(INVERSE, inverse().parameters());
    }
    if (jepa.config().latentVariable() != null) {
      parameters.add(LatentInference.POSTERIOR, inference().parameters());
    }
    return parameters.add("", average().parameters()).list();
  }

  /** First values; a target encoder starts as a copy of the encoder. */
  public ParameterSet initialize(RandomGenerator random) {
    return average().started(ParameterSet.initialize(parameters(), random));
  }

  /** Which frozen parameter follows which trained one. */
  public Map<String, String> averages() {
    return average().follows();
  }

  /**
   * The parameters to plan with after training. Predictions live in the space of the targets, so a
   * target encoder takes the place of the encoder it followed.
   *
   * @param trained the outcome of training, with a frozen encoder's own parameters beside it
   */
  public ParameterSet planning(ParameterSet trained) {
    return jepa.select(average().taken(trained));
  }

  /** A name per output. */
  public List<String> lossNames() {
    Stream<String> terms = Term.active(settings.weights()).stream().map(Term::label);
    return Stream.concat(Stream.of("total"), terms).toList();
  }

  /** The training step that minimises the total. */
  public TrainingProgram program(AdamW optimizer) {
    return new TrainingProgram(parameters(), this, lossNames(), averages(), optimizer);
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    int next = 2;
    T felt = jepa.config().proprioceptionSize() > 0 ? inputs.get(next++) : null;
    T noise =
        jepa.config().latentVariable() instanceof GaussianVariable ? inputs.get(next++) : null;
    ClipLatents<T> clip =
        ClipLatents.of(ops, weights, this, inputs.get(0), inputs.get(1), felt, noise);
    List<T> extra = inputs.subList(next, inputs.size());
    List<T> outputs = new ArrayList<>();
    List<T> weighted = new ArrayList<>();
    for (Term term : Term.active(settings.weights())) {
      T value = term(ops, weights, term, clip, extra);
      outputs.add(value);
      weighted.add(ops.mul(value, term.weight(settings.weights())));
    }
    outputs.add(0, weighted.stream().reduce(ops::add).orElseThrow());
    return outputs;
  }

  private <T> T term(
      TensorOps<T> ops, Weights<T> weights, Term term, ClipLatents<T> clip, List<T> extra) {
    T latents = clip.latents();
    return switch (term) {
      case PREDICTION -> prediction(ops, clip);
      case ROLLOUT -> rollout(ops, clip);
      case SIG_REG -> SigReg.loss(ops, latents, extra.get(extra.size() - 1));
      case VARIANCE -> VicReg.variance(ops, latents);
      case COVARIANCE -> VicReg.covariance(ops, latents);
      case VARIANCE_OVER_TIME -> VicReg.varianceOverTime(ops, latents);
      case COVARIANCE_OVER_TIME -> VicReg.covarianceOverTime(ops, latents);
      case TIME_SIMILARITY -> TimeSimilarity.loss(ops, latents);
      case INVERSE_DYNAMICS ->
          inverse()
              .loss(
                  ops,
                  weights.under(INVERSE),
                  latents,
                  jepa.config().actions().standardizer().apply(ops, clip.blocks()));
      case STRAIGHTENING -> TemporalStraightening.loss(ops, latents);
      case TEMPORAL_DISTANCE -> temporalDistance(ops, weights, clip, extra.get(0), extra.get(1));
      case LATENT_VARIABLE -> Objects.requireNonNull(clip.latentCost());
    };
  }

  /** Teacher forcing: every position of every window. */
  private <T> T prediction(TensorOps<T> ops, ClipLatents<T> clip) {
    int context = jepa.config().predictor().contextFrames();
    T targets = ClipPredictions.windows(ops, clip.targets(), 1, frames - context, context);
    return settings.loss().apply(ops, clip.predictions().get(0), targets);
  }

  /** The mean over the steps after the first. */
  private <T> T rollout(TensorOps<T> ops, ClipLatents<T> clip) {
    int context = jepa.config().predictor().contextFrames();
    List<T> losses = new ArrayList<>();
    for (int step = 2; step <= settings.rolloutSteps(); step++) {
      int from = context + step - 1;
      T targets = ClipPredictions.windows(ops, clip.targets(), from, frames - from, 1);
      losses.add(settings.loss().apply(ops, clip.predictions().get(step - 1), targets));
    }
    return ops.mul(losses.stream().reduce(ops::add).orElseThrow(), 1f / losses.size());
  }

  /** On real latents, and on the predicted ones a planner will ask about. */
  private <T> T temporalDistance(
      TensorOps<T> ops, Weights<T> weights, ClipLatents<T> clip, T goal, T goalBlocks) {
    int context = jepa.config().predictor().contextFrames();
    int width = jepa.config().latentWidth();
    List<T> latents = new ArrayList<>(List.of(clip.latents()));
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, frames).boxed().toList());
    for (int step = 1; step <= settings.rolloutSteps(); step++) {
      T predicted = clip.predictions().get(step - 1);
      int length = ops.shape(predicted).size(2);
      T newest = ops.slice(predicted, 2, length - 1, length);
      int first = context + step - 1;
      latents.add(ops.reshape(newest, batch, frames - first, width));
      IntStream.range(first, frames).forEach(numbers::add);
    }
    T pairs = ops.concat(latents, 1);
    T goals = frozen() ? goal : jepa.encodeGoal(ops, weights, goal);
    boolean shapes = settings.distanceShapesEncoder();
    return new TemporalDistanceLoss(jepa)
        .loss(
            ops,
            weights,
            shapes ? pairs : ops.stopGradient(pairs),
            numbers,
            shapes ? goals : ops.stopGradient(goals),
            goalBlocks);
  }

  LatentInference inference() {
    return new LatentInference(jepa, settings.loss());
  }

  private InverseDynamics inverse() {
    return new InverseDynamics(
        jepa.config().latentWidth(),
        settings.inverseHidden(),
        jepa.config().actions().blockSteps() * actionSize());
  }

  private int actionSize() {
    return jepa.config().actionSpace().size();
  }

  private MovingAverage average() {
    return MovingAverage.of(
        settings.target(), Parameters.of().add(Jepa.ENCODER, jepa.encoderParameters()).list());
  }
}
