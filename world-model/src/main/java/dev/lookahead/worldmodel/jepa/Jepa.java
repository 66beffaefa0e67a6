package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Parameters;
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

  private static final String VISION = "vision.";
  private static final String PROPRIOCEPTION = "proprioception.";
  private static final String ACTIONS = "actions.";
  private static final String PREDICTOR = "predictor.";
  private static final String DISTANCE = "distance.";

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
    return parameters.list();
  }

  /** The parameters of {@link #encode}, without the prefix {@link #ENCODER}. */
  public List<ParameterSpec> encoderParameters() {
    Parameters parameters = Parameters.of().add(VISION, config.vision().parameters());
    if (config.proprioception() != null) {
      parameters.add(PROPRIOCEPTION, config.proprioception().parameters());
    }
    return parameters.list();
  }

  /** The parameters of the vision encoder, with all their prefixes. */
  public List<ParameterSpec> visionParameters() {
    return Parameters.of().add(ENCODER + VISION, config.vision().parameters()).list();
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
    return normalized(ops, config.vision().apply(ops, encoder.under(VISION), pixels));
  }

  /** The visual part of latents, which goals are compared with: [..., D] to [..., goalWidth]. */
  public <T> T visual(TensorOps<T> ops, T latents) {
    return config.goalWidth() == config.latentWidth()
        ? latents
        : ops.slice(latents, -1, 0, config.goalWidth());
  }

  /** Action blocks in raw units [..., K A] to what the predictor is steered by [..., M]. */
  public <T> T conditions(TensorOps<T> ops, Weights<T> weights, T blocks) {
    T embedded = config.actions().apply(ops, weights.under(ACTIONS), blocks);
    return config.predictor().condition(ops, weights.under(PREDICTOR), embedded);
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
   * @return H / K predictions [N, 1, D], the nearest first
   */
  public <T> List<T> rollout(
      TensorOps<T> ops, Weights<T> weights, T context, @Nullable T executed, T candidates) {
    Shape shape = ops.shape(candidates);
    int count = shape.size(0);
    int steps = shape.size(1) / config.actions().blockSteps();
    int block = config.actions().blockSteps() * shape.size(2);
    T blocks = ops.permute(ops.reshape(candidates, count, steps, block), 1, 0, 2);
    int given = ops.shape(context).size(0);
    if (executed != null) {
      T shared = ops.reshape(executed, given - 1, 1, block);
      blocks = ops.concat(List.of(ops.expand(shared, given - 1, count, block), blocks), 0);
    }
    return new Unroll(this, steps)
        .apply(ops, weights, ops.reshape(context, 1, given, config.latentWidth()), blocks);
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
