package dev.lookahead.launch.report.page;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.World;
import java.util.List;

/**
 * Everything an {@link EvaluationPage} shows.
 *
 * @param world the results come from; draws their states
 * @param camera the size of the frames the policy saw
 * @param blockSteps environment steps between two predicted distances of a plan, at least 1
 * @param evaluated at least one set of pairs, the one the verdict is about first
 * @param conditions how the results came about
 */
public record EvaluationReport(
    World world,
    FrameSize camera,
    int blockSteps,
    List<EvaluatedProtocol> evaluated,
    List<ConditionGroup> conditions) {

  /** Copies the lists and refuses a report without results. */
  public EvaluationReport {
    evaluated = List.copyOf(evaluated);
    conditions = List.copyOf(conditions);
    if (blockSteps < 1) {
      throw new IllegalArgumentException("blockSteps is at least 1, got " + blockSteps);
    }
    if (evaluated.isEmpty()
        || evaluated.stream()
            .anyMatch(part -> part.rows().isEmpty() || part.subject().results().isEmpty())) {
      throw new IllegalArgumentException(
          "a report shows at least one set of pairs, each with one policy and one episode");
    }
  }

  /** The unit of the world's positions. */
  String unit() {
    return world.stateAxes().get(0).unit();
  }
}
