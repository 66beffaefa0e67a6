package dev.lookahead.launch.wiring;

import dev.lookahead.planner.Planner;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.icem.Icem;
import dev.lookahead.planner.icem.IcemConfig;
import dev.lookahead.planner.mppi.Mppi;
import dev.lookahead.planner.mppi.MppiConfig;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which planner, with its settings: exactly one of the four.
 *
 * @param cem the cross-entropy method
 * @param icem the same with coloured noise and kept elites
 * @param mppi path-integral weights in place of elites
 * @param shooting random shooting
 */
public record PlannerChoice(
    Optional<CemConfig> cem,
    Optional<IcemConfig> icem,
    Optional<MppiConfig> mppi,
    Optional<RandomShootingConfig> shooting) {

  /** Refuses none and more than one. */
  public PlannerChoice {
    List<String> chosen =
        Stream.of(
                named("cem", cem),
                named("icem", icem),
                named("mppi", mppi),
                named("shooting", shooting))
            .flatMap(Optional::stream)
            .toList();
    if (chosen.size() != 1) {
      throw new IllegalArgumentException(
          "a planner is exactly one of cem, icem, mppi and shooting, got "
              + chosen
              + "; null takes one away, for example planner.cem=null");
    }
  }

  private static Optional<String> named(String name, Optional<?> settings) {
    return settings.map(present -> name);
  }

  /** The planner. */
  public Planner planner() {
    if (cem.isPresent()) {
      return new Cem(cem.get());
    }
    if (icem.isPresent()) {
      return new Icem(icem.get());
    }
    return mppi.isPresent() ? new Mppi(mppi.get()) : new RandomShooting(shooting.orElseThrow());
  }

  /** Its name. */
  public String name() {
    return cem.isPresent()
        ? "CEM"
        : icem.isPresent() ? "iCEM" : mppi.isPresent() ? "MPPI" : "random shooting";
  }
}
