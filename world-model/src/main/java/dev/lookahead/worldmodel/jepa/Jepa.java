package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model computes: encode, embed actions, roll out.
 *
 * @param config what it is made of
 */
public record Jepa(JepaConfig config) {

  /** The prefix of everything that turns observations into latents. */
  public static final String ENCODER = "encoder.";

  private static final String SIGHT = "vision.";

  /** The prefix of the vision encoder. */
  public static final String VISION = ENCODER + SIGHT;

  /** The prefix of the dynamics. */
  public static final String PREDICTOR = "predictor.";

  private static final String PROPRIOCEPTION = "proprioception.";
  private static final String ACTIONS = "actions.";
  private static final String DISTANCE = "distance.";
  private static final String LATENT_VARIABLE = "latent_variable.";

  /** Every parameter a planner needs. */
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of()
            .add(ENCODER, encoderParameters())
            .add(ACTIONS, config.actions().parameters())
            .add(PREDICTOR, config.predictor().parameters());
    if (config.distance() != null) {
      parameters.add(DISTANCE, config.distance().parameters());
    }
    if (config.latentVariable() != null) {
      parameters.add(LATENT_VARIABLE, config.latentVariable().parameters(config.actions().width()));
    }
    return parameters.list();
  }

  /** The parameters of {@link #encode}, without the prefix {@link #ENCODER}. */
  public List<ParameterSpec> encoderParameters() {
    Parameters parameters = Parameters.of().add(SIGHT, config.vision().parameters());
    if (config.proprioception() != null) {
      parameters.add(PROPRIOCEPTION, config.proprioception().parameters());
    }
    return parameters.list();
  }

  /** The parameters of the vision encoder, with all their prefixes. */
  public List<ParameterSpec> visionParameters() {
    return Parameters.of().add(VISION, config.vision().parameters()).list();
  }

  /** The parameters a planner needs out of a larger set, such as that of a training run. */
  public ParameterSet select(ParameterSet all) {
    LinkedHashMap<String, HostTensor> own = new LinkedHashMap<>();
    parameters().forEach(spec -> own.put(spec.name(), all.get(spec.name())));
    return new ParameterSet(own);
  }

  /**
   * Observations to latents.
   *
   * @param frames uint8 [B, height, width, 3]
   * @param proprioception raw units [B, P]; null exactly if the model only sees
   * @return [B, D]
   */
  public <T> T encode(TensorOps<T> ops, Weights<T> weights, T frames, @Nullable T proprioception) {
    Weights<T> encoder = weights.under(ENCODER);
    return latents(ops, weights, see(ops, encoder, frames), proprioception);
  }

  /**
   * What was seen and what is felt to latents.
   *
   * @param seen the visual part [B, goalWidth], as {@link #encodeGoal} gives it
   * @param proprioception raw units [B, P]; null exactly if the model only sees
   * @return [B, D]
   */
  public <T> T latents(TensorOps<T> ops, Weights<T> weights, T seen, @Nullable T proprioception) {
    if (config.proprioception() == null) {
      return seen;
    }
    if (proprioception == null) {
      throw new IllegalArgumentException("this model needs proprioception, got none");
    }
    Weights<T> feeling = weights.under(ENCODER).under(PROPRIOCEPTION);
    T felt = config.proprioception().apply(ops, feeling, proprioception);
    return ops.concat(List.of(seen, felt), -1);
  }

  /** Goal frames, uint8 [B, height, width, 3], to goals [B, goalWidth]. */
  public <T> T encodeGoal(TensorOps<T> ops, Weights<T> weights, T frames) {
    return see(ops, weights.under(ENCODER), frames);
  }

  private <T> T see(TensorOps<T> ops, Weights<T> encoder, T frames) {
    T pixels = config.pixels().apply(ops, frames);
    return normalized(ops, config.vision().apply(ops, encoder.under(SIGHT), pixels));
  }

  /** The visual part of latents, which goals are compared with: [..., D] to [..., goalWidth]. */
  public <T> T visual(TensorOps<T> ops, T latents) {
    return config.goalWidth() == config.latentWidth()
        ? latents
        : ops.slice(latents, -1, 0, config.goalWidth());
  }

  /**
   * What the predictor is steered by.
   *
   * @param blocks actions in raw units [..., K A]
   * @param z values of the latent variable [..., width], broadcast; null exactly if the model has
   *     none
   * @param reached the pose every block leads to, in raw units [..., 7]; null exactly if the
   *     predictor is not {@link JepaConfig#toldPoses()}
   * @return [..., M]
   */
  public <T> T conditions(
      TensorOps<T> ops, Weights<T> weights, T blocks, @Nullable T z, @Nullable T reached) {
    T embedded = config.actions().apply(ops, weights.under(ACTIONS), blocks);
    LatentVariable variable = config.latentVariable();
    if ((variable == null) != (z == null)) {
      throw new IllegalArgumentException(
          variable == null
              ? "this model has no latent variable, got values of one"
              : "this model needs values of its latent variable, got none");
    }
    if (variable != null && z != null) {
      int width = config.actions().width();
      embedded = ops.add(embedded, variable.embed(ops, weights.under(LATENT_VARIABLE), z, width));
    }
    if (config.toldPoses() != (reached != null)) {
      throw new IllegalArgumentException(
          reached == null
              ? "this model needs the poses that actions lead to, got none"
              : "this model is not told poses, got some");
    }
    T conditions = config.predictor().condition(ops, weights.under(PREDICTOR), embedded);
    return reached == null ? conditions : ops.concat(List.of(conditions, reached), -1);
  }

  /** One step for every latent of a window: see {@code Predictor.next}. */
  public <T> T next(TensorOps<T> ops, Weights<T> weights, T window, T conditions) {
    return normalized(
        ops, config.predictor().next(ops, weights.under(PREDICTOR), window, conditions));
  }

  private <T> T normalized(TensorOps<T> ops, T latents) {
    return config.normalizeLatents()
        ? ops.layerNorm(latents, null, null, LayerNorm.EPSILON)
        : latents;
  }

  /**
   * Rolls candidates out.
   *
   * @param context [T', D], the newest latent last; T' at most the context of the predictor
   * @param executed [T' - 1, K A], the blocks between them; null exactly if T' is one
   * @param candidates [N, H, A] in raw units, H a multiple of K
   * @param z values of the latent variable [M, H / K, width], every sequence for all candidates;
   *     null exactly if the model has no latent variable, and M is one then
   * @param reached the pose after every action [N, H, 7]; null exactly if the predictor is not
   *     {@link JepaConfig#toldPoses()}
   * @return H / K predictions [N M, 1, D], the nearest first; a candidate's futures lie together
   */
  public <T> List<T> rollout(
      TensorOps<T> ops,
      Weights<T> weights,
      T context,
      @Nullable T executed,
      T candidates,
      @Nullable T z,
      @Nullable T reached) {
    Shape shape = ops.shape(candidates);
    int count = shape.size(0);
    int steps = shape.size(1) / config.actions().blockSteps();
    int block = config.actions().blockSteps() * shape.size(2);
    T blocks = ops.permute(ops.reshape(candidates, count, steps, block), 1, 0, 2);
    int given = ops.shape(context).size(0);
    if (executed != null) {
      T past = ops.reshape(executed, given - 1, 1, block);
      blocks = ops.concat(List.of(ops.expand(past, given - 1, count, block), blocks), 0);
    }
    T each = null;
    if (z != null) {
      Shape drawn = ops.shape(z);
      int futures = drawn.size(0);
      T bySteps = ops.reshape(ops.permute(z, 1, 0, 2), steps, 1, futures, drawn.last());
      each = repeated(ops, bySteps, count, futures);
      blocks = repeated(ops, ops.reshape(blocks, steps, count, 1, block), count, futures);
    }
    T shared = ops.reshape(context, 1, given, config.latentWidth());
    return new Unroll(this, steps).apply(ops, weights, shared, blocks, each, reached);
  }

  /** x [S, count or 1, futures or 1, W] to [S, count futures, W]. */
  private static <T> T repeated(TensorOps<T> ops, T x, int count, int futures) {
    int steps = ops.shape(x).size(0);
    int width = ops.shape(x).last();
    return ops.reshape(ops.expand(x, steps, count, futures, width), steps, count * futures, width);
  }

  /**
   * The learned distance in blocks.
   *
   * @param latents [..., D]
   * @param goals [..., goalWidth], broadcast
   * @return [..., 1]
   * @throws IllegalArgumentException if the model has no distance head
   */
  public <T> T blocksToGo(TensorOps<T> ops, Weights<T> weights, T latents, T goals) {
    TemporalDistance head = distance();
    return ops.mul(head.apply(ops, weights.under(DISTANCE), latents, goals), head.scaleBlocks());
  }

  /**
   * The learned distance head.
   *
   * @throws IllegalArgumentException if the model has none
   */
  public TemporalDistance distance() {
    TemporalDistance head = config.distance();
    if (head == null) {
      throw new IllegalArgumentException(
          "this model has no temporal distance head; train it with one or weigh it with 0");
    }
    return head;
  }
}
