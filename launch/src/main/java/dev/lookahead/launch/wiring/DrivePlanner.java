package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.planner.mpc.SubgoalPolicy;
import dev.lookahead.worldmodel.WorldModel;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The planner of a drive, made in the same way for the drive and for its replay. Owns the model on
 * its engine.
 */
final class DrivePlanner implements AutoCloseable {

  private final DriveExperiment experiment;
  private final WorldModel model;
  private final Mpc mpc;

  private DrivePlanner(DriveExperiment experiment, WorldModel model, Mpc mpc) {
    this.experiment = experiment;
    this.model = model;
    this.mpc = mpc;
  }

  /**
   * Puts a model on its engine.
   *
   * @param timing of the loop: a search that is still under way when its action is due would delay
   *     the next one
   */
  static DrivePlanner open(DriveExperiment experiment, LoadedModel loaded, LoopTiming timing) {
    WorldModel model = experiment.control().open(loaded);
    try {
      Mpc mpc = experiment.control().mpc(model).withinBudget(timing.planningNanos() * 9 / 10);
      return new DrivePlanner(experiment, model, mpc);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** How it plans toward one goal. */
  Mpc mpc() {
    return mpc;
  }

  /** A policy that has no goal yet: equal seeds, goals and observations give equal actions. */
  SubgoalPolicy policy(
      long seed,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> planning,
      Consumer<? super SubgoalEvent> events) {
    return new SubgoalPolicy(
        mpc, experiment.subgoals(), new SplittableRandom(seed), nanoClock, planning, events);
  }

  @Override
  public void close() {
    model.close();
  }
}
