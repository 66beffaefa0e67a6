package dev.lookahead.worldmodel.objective;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A term of the objective, in the order of its outputs. */
enum Term {
  PREDICTION,
  ROLLOUT,
  SIG_REG,
  VARIANCE,
  COVARIANCE,
  VARIANCE_OVER_TIME,
  COVARIANCE_OVER_TIME,
  TIME_SIMILARITY,
  INVERSE_DYNAMICS,
  STRAIGHTENING,
  TEMPORAL_DISTANCE,
  LATENT_VARIABLE;

  /** The terms that count. */
  static List<Term> active(ObjectiveWeights weights) {
    return Arrays.stream(values()).filter(term -> term.weight(weights) > 0).toList();
  }

  float weight(ObjectiveWeights weights) {
    return switch (this) {
      case PREDICTION -> weights.prediction();
      case ROLLOUT -> weights.rollout();
      case SIG_REG -> weights.sigReg();
      case VARIANCE -> weights.variance();
      case COVARIANCE -> weights.covariance();
      case VARIANCE_OVER_TIME -> weights.varianceOverTime();
      case COVARIANCE_OVER_TIME -> weights.covarianceOverTime();
      case TIME_SIMILARITY -> weights.timeSimilarity();
      case INVERSE_DYNAMICS -> weights.inverseDynamics();
      case STRAIGHTENING -> weights.straightening();
      case TEMPORAL_DISTANCE -> weights.temporalDistance();
      case LATENT_VARIABLE -> weights.latentVariable();
    };
  }

  /**
   * Whether it is about the encoder's latents alone, and so nothing without an encoder to train.
   */
  boolean shapesEncoder() {
    return switch (this) {
      case PREDICTION, ROLLOUT, TEMPORAL_DISTANCE, LATENT_VARIABLE -> false;
      default -> true;
    };
  }

  /** What it is called in curves and logs. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
