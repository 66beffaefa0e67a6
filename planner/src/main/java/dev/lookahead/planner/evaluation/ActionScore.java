package dev.lookahead.planner.evaluation;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Plans toward frames that the recording really reaches and compares the plan with the actions that
 * led there, as jepa-wms does on DROID (arXiv 2512.24497, section 5). Actions in between may differ
 * and arrive all the same, so their mean over the way is compared.
 *
 * <p>The planner sees raw actions and the model's own goal cost; penalties play no part.
 */
public final class ActionScore {

  private final WorldModel model;
  private final Planner planner;
  private final int goalBlocks;

  /**
   * @param planner what searches; without a deadline
   * @param goalBlocks how far ahead the goal frame is, in action blocks, at least one
   */
  public ActionScore(WorldModel model, Planner planner, int goalBlocks) {
    if (goalBlocks < 1) {
      throw new IllegalArgumentException("goalBlocks is at least 1, got " + goalBlocks);
    }
    this.model = model;
    this.planner = planner;
    this.goalBlocks = goalBlocks;
  }

  /**
   * Plans from every start that has a whole context behind it and the goal frame ahead; the others
   * are left out.
   *
   * @param random decides the search and the actions compared with
   */
  public ScoredActions score(Episode episode, List<Integer> starts, SplittableRandom random) {
    WorldModelSpec spec = model.spec();
    int size = spec.actionSpace().size();
    int steps = goalBlocks * spec.blockSteps();
    List<Integer> possible =
        starts.stream()
            .filter(start -> start >= (spec.contextFrames() - 1) * spec.blockSteps())
            .filter(start -> start + steps < episode.length())
            .toList();
    float[] planned = new float[possible.size() * size];
    float[] drawn = new float[planned.length];
    float[] still = new float[planned.length];
    for (int i = 0; i < possible.size(); i++) {
      int start = possible.get(i);
      Plan plan = plan(episode, start, steps, random.split());
      for (int axis = 0; axis < size; axis++) {
        double recordedMean = 0;
        double plannedMean = 0;
        for (int step = 0; step < steps; step++) {
          recordedMean += episode.action(start + step).get(axis) / steps;
          plannedMean += plan.actions().get(step, axis) / steps;
        }
        planned[i * size + axis] = (float) Math.abs(plannedMean - recordedMean);
        drawn[i * size + axis] =
            (float) Math.abs(uniform(random, spec.actionSpace().axis(axis)) - recordedMean);
        still[i * size + axis] = (float) Math.abs(recordedMean);
      }
    }
    return new ScoredActions(
        possible, new Matrix(size, planned), new Matrix(size, drawn), new Matrix(size, still));
  }

  private static double uniform(SplittableRandom random, ActionAxis axis) {
    return axis.low() + (axis.high() - axis.low()) * random.nextDouble();
  }

  private Plan plan(Episode episode, int start, int steps, SplittableRandom random) {
    ActionSpace space = model.spec().actionSpace();
    Goal goal = new Goal(episode.frame(start + steps));
    try (Rollouts rollouts = model.rollouts(history(episode, start), goal)) {
      return planner.plan(
          PlanningProblem.of(rollouts::costs, space, steps),
          PlanningBudget.untimed(),
          random,
          event -> {});
    }
  }

  private History history(Episode episode, int start) {
    WorldModelSpec spec = model.spec();
    List<Observation> observations = new ArrayList<>();
    List<ActionBlock> executed = new ArrayList<>();
    for (int i = spec.contextFrames() - 1; i >= 0; i--) {
      int frame = start - i * spec.blockSteps();
      // A model that only sees is shown no more, whatever was recorded besides.
      observations.add(
          spec.proprioceptionSize() == 0
              ? Observation.of(episode.frame(frame))
              : episode.observation(frame));
      if (i > 0) {
        executed.add(
            new ActionBlock(
                IntStream.range(frame, frame + spec.blockSteps())
                    .mapToObj(episode::action)
                    .toList()));
      }
    }
    return new History(observations, executed);
  }
}
