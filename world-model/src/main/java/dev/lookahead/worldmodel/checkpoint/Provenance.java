package dev.lookahead.worldmodel.checkpoint;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where trained weights come from.
 *
 * @param dataHash the content hash of the training episodes
 * @param dataDescription what they were, for a person
 * @param seed the seed of initialisation and sampling
 * @param sourceCommit the commit of the code, {@code unknown} outside a repository
 * @param versions of what took part, for example {@code java} or {@code engine}
 * @param steps optimiser steps taken, not negative
 * @param wallSeconds the time training took, finite and not negative
 * @param metrics what was measured at the end, finite
 * @param created when training ended
 */
public record Provenance(
    String dataHash,
    String dataDescription,
    long seed,
    String sourceCommit,
    Map<String, String> versions,
    long steps,
    double wallSeconds,
    Map<String, Double> metrics,
    Instant created) {

  /** Copies the maps, sorted by key, and checks the numbers. */
  public Provenance {
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    if (steps < 0 || !Double.isFinite(wallSeconds) || wallSeconds < 0) {
      throw new IllegalArgumentException(
          "steps and wall seconds are at least 0, got " + steps + " and " + wallSeconds);
    }
    metrics.forEach(
        (name, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("metric '" + name + "' is not finite: " + value);
          }
        });
  }
}
