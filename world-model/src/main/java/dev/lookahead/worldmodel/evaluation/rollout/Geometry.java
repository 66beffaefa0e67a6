package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.List;

/**
 * The shape of a set of latents.
 *
 * @param width their length
 * @param frames how many were looked at
 * @param collapse spread, effective rank and a verdict
 * @param isotropy the participation ratio of the variances along the principal directions divided
 *     by the width: 1 if all directions are alike, 1 / width for a line
 * @param straightness the mean cosine between successive latent steps
 * @param randomDistance the mean distance between frames of different episodes
 * @param stateCorrelation Spearman's correlation between latent distance and distance of the
 *     standardised true states, over pairs of frames; empty if there are no states
 */
public record Geometry(
    int width,
    int frames,
    CollapseReport collapse,
    double isotropy,
    Interval straightness,
    Interval randomDistance,
    List<Interval> stateCorrelation) {

  /** Copies the list. */
  public Geometry {
    stateCorrelation = List.copyOf(stateCorrelation);
  }
}
