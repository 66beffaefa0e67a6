package dev.lookahead.launch.bench;

import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.util.SplittableRandom;

/**
 * One whole planning call: encode now and goal, search, give back.
 *
 * @param model with a context of one
 * @param planner what searches
 * @param horizonSteps how far each plan looks
 * @param detail the setting, for a person
 */
public record PlanWorkload(WorldModel model, Planner planner, int horizonSteps, String detail) {

  /** The workload; it owns the model. */
  public Workload workload() {
    WorldModelSpec spec = model.spec();
    SplittableRandom random = new SplittableRandom(1);
    History history =
        History.of(
            new Observation(
                noise(spec, random), new Proprioception(new float[spec.proprioceptionSize()])));
    Goal goal = new Goal(noise(spec, random));
    return new Workload(
        "plan",
        detail,
        0,
        1,
        "plans",
        () -> {
          try (Rollouts rollouts = model.rollouts(history, goal)) {
            PlanningProblem problem =
                PlanningProblem.of(rollouts::costs, spec.actionSpace(), horizonSteps);
            planner.plan(problem, PlanningBudget.untimed(), new SplittableRandom(2), event -> {});
          }
        },
        model::close);
  }

  private static CameraFrame noise(WorldModelSpec spec, SplittableRandom random) {
    byte[] rgb = new byte[spec.frameWidth() * spec.frameHeight() * 3];
    random.nextBytes(rgb);
    return new CameraFrame(spec.frameWidth(), spec.frameHeight(), rgb, 0);
  }
}
