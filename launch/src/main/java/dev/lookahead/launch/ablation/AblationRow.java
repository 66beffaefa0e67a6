package dev.lookahead.launch.ablation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param world whose frames were learned from
 * @param variant the title of the preset
 * @param seed of the run
 * @param steps optimiser steps taken
 * @param outcome {@code completed}, {@code collapsed}, {@code diverged} or {@code untrained}
 * @param reason a sentence for a person
 * @param seconds of training
 * @param spread the standard deviation of normalised tokens between frames at the same place
 * @param effectiveRank of those differences
 * @param r2 by probe: the mean over the quantities of the coefficient of determination on held-out
 *     episodes
 */
public record AblationRow(
    String world,
    String variant,
    long seed,
    long steps,
    String outcome,
    String reason,
    double seconds,
    double spread,
    double effectiveRank,
    Map<String, Double> r2) {

  /** Keeps the order of the probes. */
  public AblationRow {
    r2 = Collections.unmodifiableMap(new LinkedHashMap<>(r2));
  }
}
