package dev.lookahead.sim.fault;

import dev.lookahead.sim.Simulator;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tries faults on the real control loop with a simulated robot. Everything is in virtual time, so
 * that the same settings give the same outcome, and a trial of ten seconds takes milliseconds.
 */
public final class FaultSuite {

  private final Simulator simulator;
  private final FaultSettings settings;

  /**
   * @param simulator borrowed; its frames need not be larger than a camera's noise
   */
  public FaultSuite(Simulator simulator, FaultSettings settings) {
    this.simulator = simulator;
    this.settings = settings;
  }

  /**
   * Tries one fault as often as set.
   *
   * @param stopRequested asked before every trial; when true, the outcome is of those made
   */
  public FaultOutcome run(FaultScenario scenario, BooleanSupplier stopRequested)
      throws InterruptedException {
    int trials = 0;
    int held = 0;
    long worst = 0;
    long promised = 0;
    Optional<String> firstViolation = Optional.empty();
    while (trials < settings.trials() && !stopRequested.getAsBoolean()) {
      long seed = settings.seed() + 0x9E3779B97F4A7C15L * (trials + 1);
      TrialRecord trial = new FaultTrial(scenario, settings, seed).run(simulator);
      Verdict verdict = scenario.promise().judge(trial);
      promised = scenario.promise().boundNanos(trial);
      Optional<String> violation = violation(trial, verdict, promised);
      worst = Math.max(worst, verdict.reactionNanos());
      held += violation.isEmpty() ? 1 : 0;
      int number = trials;
      firstViolation = firstViolation.or(() -> violation.map(v -> "trial " + number + ": " + v));
      trials++;
    }
    return new FaultOutcome(
        scenario.name(),
        scenario.number(),
        scenario.description(),
        trials,
        held,
        worst,
        promised,
        firstViolation);
  }

  private static Optional<String> violation(TrialRecord trial, Verdict verdict, long promised) {
    if (verdict.violation().isEmpty() && verdict.reactionNanos() > promised) {
      return Optional.of("the reaction took " + verdict.reactionNanos() / 1_000_000 + " ms");
    }
    return verdict.violation().or(() -> Invariants.violated(trial));
  }
}
