package dev.lookahead.worldmodel.evaluation.rollout;

/** The predictions that are compared with what really came. */
public enum Forecast {
  /** The model, told the actions that were recorded. */
  MODEL,
  /** Nothing changes: the last latent, copied. What a model must beat to be of any use. */
  COPY_LAST,
  /** The model, told the actions of another moment. */
  SHUFFLED_ACTIONS,
  /** The model, told that nothing is done. */
  ZERO_ACTIONS,
  /** The model, told actions drawn uniformly from the action space. */
  RANDOM_ACTIONS
}
