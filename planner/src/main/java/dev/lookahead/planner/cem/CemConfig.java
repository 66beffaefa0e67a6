package dev.lookahead.planner.cem;

import dev.lookahead.planner.Returned;
import dev.lookahead.planner.Setting;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import java.util.HashSet;
import java.util.List;

/**
 * Settings of {@link Cem}. Standard deviations are shares of half the range of each axis, except in
 * {@code groups}.
 *
 * @param samples N, candidates per iteration, 2 to 100,000
 * @param elites E, the best candidates the distribution is fitted to, 1 to {@code samples}
 * @param iterations the most fits, 1 to 10,000
 * @param holdSteps r, environment steps each sampled action is held, at least 1
 * @param initialStd the standard deviation of the first iteration, above 0 to 10
 * @param minStd the floor of the standard deviation, 0 to {@code initialStd}
 * @param momentum the share of the old mean that survives a fit, 0 to below 1
 * @param stdMomentum the share of the old standard deviation that survives a fit, 0 to below 1
 * @param convergedStd the search ends once the average standard deviation is at or below this; 0
 *     for never, unless the distribution collapses to a point
 * @param bounds what happens to draws beyond the range
 * @param returned which sequence is the plan
 * @param stdEstimate how a fit takes the standard deviation of the elites
 * @param groups axes with bounds, standard deviations and momenta of their own; an axis is in one
 *     group at most, and the settings above hold for those in none
 */
public record CemConfig(
    int samples,
    int elites,
    int iterations,
    int holdSteps,
    float initialStd,
    float minStd,
    float momentum,
    float stdMomentum,
    float convergedStd,
    Bounds bounds,
    Returned returned,
    StdEstimate stdEstimate,
    List<AxisGroup> groups) {

  /** Checks every range. */
  public CemConfig {
    Setting.inRange("samples", samples, 2, 100_000);
    Setting.inRange("elites", elites, 1, samples);
    Setting.inRange("iterations", iterations, 1, 10_000);
    Setting.inRange("holdSteps", holdSteps, 1, 100_000);
    Setting.inRange("initialStd", initialStd, Float.MIN_NORMAL, 10);
    Setting.inRange("minStd", minStd, 0, initialStd);
    Setting.inRange("momentum", momentum, 0, Math.nextDown(1f));
    Setting.inRange("stdMomentum", stdMomentum, 0, Math.nextDown(1f));
    Setting.inRange("convergedStd", convergedStd, 0, 10);
    groups = List.copyOf(groups);
    List<String> grouped = groups.stream().flatMap(group -> group.axes().stream()).toList();
    if (new HashSet<>(grouped).size() < grouped.size()) {
      throw new IllegalArgumentException("groups must name an axis once at most, got " + grouped);
    }
  }

  /**
   * 300 samples, 30 elites and 30 iterations from a standard deviation of 1, as stable-worldmodel
   * and LeWorldModel run it; but with the best candidate seen and a floor of 0.05, which lifted a
   * published Push-T checkpoint from 70 to 87 % (open-embodied-jepa's audit of jepa-wms).
   */
  public static CemConfig defaults() {
    return new CemConfig(
        300,
        30,
        30,
        1,
        1f,
        0.05f,
        0f,
        0f,
        0f,
        Bounds.CLAMP,
        Returned.BEST_SEEN,
        StdEstimate.MAXIMUM_LIKELIHOOD,
        List.of());
  }
}
