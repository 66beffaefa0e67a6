package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningProblemTest {

  private final PlanningProblem problem = PlanningProblem.of(new Quadratic(), Quadratic.SPACE, 4);

  @Test
  void knowsNothingByDefault() {
    assertThat(problem.warmStart()).isEmpty();
    assertThat(problem.proposals()).isEmpty();
  }

  @Test
  void takesAWarmStartAndProposalsOfItsShape() {
    ActionSequence known = Quadratic.optimum(4);
    PlanningProblem informed = problem.withWarmStart(known).withProposals(List.of(known, known));

    assertThat(informed.warmStart()).contains(known);
    assertThat(informed.proposals()).hasSize(2);
  }

  @Test
  void refusesSequencesOfAnotherShape() {
    assertThatThrownBy(() -> problem.withWarmStart(Quadratic.optimum(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the warm start must be [4, 2] like the plan, got [5, 2]");
    List<ActionSequence> narrow = List.of(ActionSequence.repeat(new Action(1), 4));
    assertThatThrownBy(() -> problem.withProposals(narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the proposal must be [4, 2] like the plan, got [4, 1]");
  }

  @Test
  void refusesAnEmptyHorizon() {
    assertThatThrownBy(() -> PlanningProblem.of(new Quadratic(), Quadratic.SPACE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("horizonSteps must be from 1 to 100000, got 0");
  }
}
