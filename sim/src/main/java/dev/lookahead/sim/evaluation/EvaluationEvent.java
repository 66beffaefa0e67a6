package dev.lookahead.sim.evaluation;

import dev.lookahead.bridge.Tick;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.worldmodel.Goal;

/** The progress of an evaluation. */
public sealed interface EvaluationEvent {

  /** The index of the episode in the protocol. */
  int episode();

  /**
   * An episode begins.
   *
   * @param goal as the robot is shown it
   */
  record Started(int episode, StartGoal pair, Goal goal) implements EvaluationEvent {}

  /** The policy reports from its planning. */
  record Planning(int episode, MpcEvent event) implements EvaluationEvent {}

  /**
   * A step was taken.
   *
   * @param tick what was seen, wanted and sent; its index counts the steps from zero
   * @param goalDistance after the step, in the unit of the world's positions
   * @param reached whether the world's criterion holds after the step
   */
  record Stepped(int episode, Tick tick, double goalDistance, boolean reached)
      implements EvaluationEvent {}

  /** An episode is over. */
  record Finished(EpisodeResult result) implements EvaluationEvent {

    @Override
    public int episode() {
      return result.episode();
    }
  }
}
