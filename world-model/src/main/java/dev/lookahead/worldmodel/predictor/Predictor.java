package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/** One step of the dynamics in latent space. */
public sealed interface Predictor
    permits CausalPredictor, GruPredictor, PatchPredictor, ActionConditionedPredictor {

  /** The latents it looks back on T. */
  int contextFrames();

  /** The extent of a latent D. */
  int latentWidth();

  /** The extent of an action embedding C. */
  int actionWidth();

  /** Its parameters, named relative to it. */
  List<ParameterSpec> parameters();

  /**
   * What depends on the actions alone.
   *
   * @param actions embeddings [..., C]
   * @return [..., M], M being the predictor's own affair
   */
  <T> T condition(TensorOps<T> ops, Weights<T> weights, T actions);

  /**
   * Predicts the latent after each of a window's latents, each from itself and the ones before it.
   *
   * @param window [B, T', D] with T' at most T; B may be one and broadcasts to the conditions
   * @param conditions [B, T', M]: entry i belongs to the action between latent i and i + 1
   * @return [B, T', D]
   */
  <T> T next(TensorOps<T> ops, Weights<T> weights, T window, T conditions);
}
