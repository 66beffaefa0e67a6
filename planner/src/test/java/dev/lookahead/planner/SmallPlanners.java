package dev.lookahead.planner;

import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.icem.Icem;
import dev.lookahead.planner.icem.IcemConfig;
import dev.lookahead.planner.mppi.Mppi;
import dev.lookahead.planner.mppi.MppiConfig;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Every planner, random shooting first, with 40 samples and actions held for two steps. */
final class SmallPlanners {

  static final int ITERATIONS = 12;

  private SmallPlanners() {}

  static Stream<Named<Planner>> all() {
    return Stream.of(
        Named.of(
            "random shooting", new RandomShooting(new RandomShootingConfig(40, ITERATIONS, 2))),
        Named.of("CEM", new Cem(cem(Bounds.CLAMP))),
        Named.of("CEM, truncated", new Cem(cem(Bounds.TRUNCATE))),
        Named.of(
            "iCEM",
            new Icem(
                new IcemConfig(
                    40, 8, ITERATIONS, 2, 1, 0.02f, 0.1f, 1, 0.3f, 1.25f, 0, Returned.BEST_SEEN))),
        Named.of(
            "MPPI",
            new Mppi(
                new MppiConfig(
                    40, 40, ITERATIONS, 2, 0.01f, 0.4f, 0.02f, 0, 0.5f, Returned.FINAL_MEAN))));
  }

  private static CemConfig cem(Bounds bounds) {
    return new CemConfig(
        40,
        8,
        ITERATIONS,
        2,
        1,
        0.02f,
        0,
        0,
        0,
        bounds,
        Returned.BEST_SEEN,
        StdEstimate.MAXIMUM_LIKELIHOOD,
        List.of());
  }
}
