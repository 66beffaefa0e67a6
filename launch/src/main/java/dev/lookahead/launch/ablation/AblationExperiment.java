package dev.lookahead.launch.ablation;

import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.launch.wiring.PretrainingExperiment;
import dev.lookahead.worldmodel.pretraining.ProbeSettings;
import java.util.List;

/**
 * Everything {@code lookahead ablate} can be told.
 *
 * @param collection what is learned from: frames of these worlds, one after another; they take the
 *     place of every preset's own data
 * @param pretraining the presets that are compared
 * @param seeds every preset is run with each; they take the place of the preset's own
 * @param steps optimiser steps of every run; zero for the preset's own
 * @param probeEpisodes episodes recorded for the probes, of which a fifth is held out; none of them
 *     is learned from
 * @param probe which quantities, and how
 */
public record AblationExperiment(
    List<CollectionExperiment> collection,
    List<PretrainingExperiment> pretraining,
    List<Long> seeds,
    long steps,
    int probeEpisodes,
    ProbeSettings probe) {

  /** Copies the lists and refuses empty ones. */
  public AblationExperiment {
    collection = List.copyOf(collection);
    pretraining = List.copyOf(pretraining);
    seeds = List.copyOf(seeds);
    if (collection.isEmpty() || pretraining.isEmpty() || seeds.isEmpty()) {
      throw new IllegalArgumentException(
          "collection, pretraining and seeds must not be empty, got %d, %d and %d"
              .formatted(collection.size(), pretraining.size(), seeds.size()));
    }
    if (probeEpisodes < 5 || steps < 0) {
      throw new IllegalArgumentException(
          "probeEpisodes must be at least 5 and steps at least 0, got %d and %d"
              .formatted(probeEpisodes, steps));
    }
  }

  /** I-JEPA on Two-Room. */
  public static AblationExperiment defaults() {
    return new AblationExperiment(
        List.of(CollectionExperiment.defaults()),
        List.of(PretrainingExperiment.defaults()),
        List.of(1L),
        0,
        60,
        ProbeSettings.defaults());
  }
}
