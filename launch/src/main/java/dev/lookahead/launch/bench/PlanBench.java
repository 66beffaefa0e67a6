package dev.lookahead.launch.bench;

import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.worldmodel.family.VJepa2AcWorldModel;
import dev.lookahead.worldmodel.jepa.Encode;
import dev.lookahead.worldmodel.jepa.GoalCost;
import dev.lookahead.worldmodel.jepa.Imagine;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaWorldModel;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * How long V-JEPA 2-AC takes to choose one action: both frames encoded, candidates drawn, rolled
 * out one step and compared with the goal, iteration by iteration. Weights are random, on which
 * speed does not depend.
 *
 * @param engine under test
 * @param full whether at the published size instead of four blocks of 192, on as many tokens
 * @param cost the energy
 * @param search samples and iterations
 * @param secondsEach for how long plans are repeated after the first; at least one is timed
 * @param clocks what is read
 */
public record PlanBench(
    TensorEngine engine,
    boolean full,
    GoalCost cost,
    CemConfig search,
    double secondsEach,
    Clocks clocks) {

  /** The paper's, for 800 samples and 10 iterations on one RTX 4090 (Assran et al. 2025). */
  public static final double PUBLISHED_SECONDS = 16;

  /** Operations of one plan, the two encoded frames included. */
  public double tflop() {
    return tflop(config());
  }

  /** Operations of the same plan at the published size. */
  public double publishedTflop() {
    return tflop(VJepa2AcWorldModel.published());
  }

  private double tflop(JepaConfig config) {
    Jepa jepa = new Jepa(config);
    Imagine imagine = new Imagine(jepa, cost, 1, search.samples(), 1, Imagine.Result.COSTS);
    double each = FlopCounter.evaluation(imagine, jepa.parameters());
    double encoding = FlopCounter.evaluation(new Encode(jepa, 2), jepa.parameters());
    return (encoding + search.iterations() * each) / 1e12;
  }

  /**
   * Times plans; one before them compiles and warms up.
   *
   * @param stop asked between plans
   * @return the seconds of each; none if it was stopped before the first
   */
  public List<Double> seconds(BooleanSupplier stop) {
    JepaConfig config = config();
    ParameterSet parameters =
        ParameterSet.initialize(new Jepa(config).parameters(), new SplittableRandom(1));
    PlanWorkload plans =
        new PlanWorkload(
            new JepaWorldModel(engine, config, parameters, cost), new Cem(search), 1, "");
    List<Double> seconds = new ArrayList<>();
    try (Workload workload = plans.workload()) {
      workload.run();
      double spent = 0;
      while (!stop.getAsBoolean() && (seconds.isEmpty() || spent < secondsEach)) {
        double taken = clocks.time(workload::run).wallNanos() / 1e9;
        seconds.add(taken);
        spent += taken;
      }
    }
    return List.copyOf(seconds);
  }

  private JepaConfig config() {
    return full
        ? VJepa2AcWorldModel.published()
        : VJepa2AcWorldModel.of(FamilyWorkloads.REDUCED, FamilyWorkloads.REDUCED);
  }
}
