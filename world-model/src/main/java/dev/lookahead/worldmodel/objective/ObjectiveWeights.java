package dev.lookahead.worldmodel.objective;

/**
 * How much every term counts; zero leaves it out, and out of the computation.
 *
 * @param prediction one step from real latents
 * @param rollout further steps, from predicted latents
 * @param sigReg {@link SigReg}
 * @param variance {@link VicReg#variance}
 * @param covariance {@link VicReg#covariance}
 * @param varianceOverTime {@link VicReg#varianceOverTime}
 * @param covarianceOverTime {@link VicReg#covarianceOverTime}
 * @param timeSimilarity {@link TimeSimilarity}
 * @param inverseDynamics {@link InverseDynamics}
 * @param straightening {@link TemporalStraightening}
 * @param temporalDistance {@link TemporalDistanceLoss}
 * @param latentVariable the cost of the latent variable, {@link LatentInference}; above zero for a
 *     Gaussian
 */
public record ObjectiveWeights(
    float prediction,
    float rollout,
    float sigReg,
    float variance,
    float covariance,
    float varianceOverTime,
    float covarianceOverTime,
    float timeSimilarity,
    float inverseDynamics,
    float straightening,
    float temporalDistance,
    float latentVariable) {

  /** Refuses negative weights and a prediction that does not count. */
  public ObjectiveWeights {
    float[] all = {
      prediction,
      rollout,
      sigReg,
      variance,
      covariance,
      varianceOverTime,
      covarianceOverTime,
      timeSimilarity,
      inverseDynamics,
      straightening,
      temporalDistance,
      latentVariable
    };
    for (float weight : all) {
      if (!(weight >= 0 && Float.isFinite(weight))) {
        throw new IllegalArgumentException(
            "objective weights are finite and not negative, got " + weight);
      }
    }
    if (prediction == 0) {
      throw new IllegalArgumentException("the weight of prediction must be positive, got 0");
    }
  }

  /** Prediction alone: collapses unless the target encoder prevents it. */
  public static ObjectiveWeights predictionOnly() {
    return new ObjectiveWeights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Prediction and SIGReg at 0.09 (LeWM). */
  public static ObjectiveWeights leWm() {
    return new ObjectiveWeights(1, 0, 0.09f, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Prediction, variance 16, covariance 8, time similarity 12, inverse dynamics 1 (eb_jepa). */
  public static ObjectiveWeights vicReg() {
    return new ObjectiveWeights(1, 1, 0, 16, 8, 0, 0, 12, 1, 0, 0, 0);
  }
}
