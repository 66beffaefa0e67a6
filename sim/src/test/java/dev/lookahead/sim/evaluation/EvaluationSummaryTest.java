package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.PlanStatus;
import dev.lookahead.worldmodel.Action;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvaluationSummaryTest {

  private static EpisodeResult episode(
      int index, OptionalInt successSteps, boolean finallyReached, double... distances) {
    StateVector state = new StateVector(0, 0);
    List<Double> all = Arrays.stream(distances).boxed().toList();
    Trajectory trajectory =
        new Trajectory(
            Collections.nCopies(all.size(), state),
            Collections.nCopies(all.size() - 1, new Action(0, 0)),
            all);
    return new EpisodeResult(
        index,
        new StartGoal(state, state),
        successSteps,
        finallyReached,
        trajectory,
        List.of(new PlanRecord(0, PlanStatus.COMPLETED, 1, 2, List.of(), List.of())),
        List.of(new PlanTime(0, 1, 2, 100L * (index + 1))),
        index,
        1);
  }

  @Test
  void everAndFinalAreCountedApart() {
    EvaluationSummary summary =
        EvaluationSummary.of(
            List.of(
                episode(0, OptionalInt.of(1), true, 30, 5, 6),
                episode(1, OptionalInt.of(2), false, 30, 8, 20),
                episode(2, OptionalInt.empty(), false, 30, 40, 50)));
    assertThat(summary.ever()).isEqualTo(new SuccessRate(2, 3));
    assertThat(summary.finallyReached()).isEqualTo(new SuccessRate(1, 3));
    assertThat(summary.medianSuccessSteps()).hasValue(1);
    assertThat(summary.meanFinalDistance()).isEqualTo((6 + 20 + 50) / 3.0);
    assertThat(summary.meanMinDistance()).isEqualTo((5 + 8 + 40) / 3.0);
    assertThat(summary.planStatuses()).isEqualTo(Map.of(PlanStatus.COMPLETED, 3));
    assertThat(summary.guardedSteps()).isEqualTo(3);
    assertThat(summary.heldSteps()).isEqualTo(3);
    assertThat(summary.planTimes()).contains(new PlanTimes(3, 200, 300, 300, 300));
  }

  @Test
  void theDistanceBeforeTheFirstStepIsNotItsMinimum() {
    assertThat(episode(0, OptionalInt.empty(), false, 1, 9, 8).minDistance()).isEqualTo(8);
  }

  @Test
  void quantilesAreTimesOfPlansThatWereMade() {
    List<PlanTime> times =
        LongStream.rangeClosed(1, 200).mapToObj(i -> new PlanTime(0, 0, 0, 201 - i)).toList();
    assertThat(PlanTimes.of(times)).isEqualTo(new PlanTimes(200, 100, 180, 198, 200));
    assertThat(PlanTimes.of(times.subList(0, 1))).isEqualTo(new PlanTimes(1, 200, 200, 200, 200));
    assertThatThrownBy(() -> PlanTimes.of(List.of())).hasMessageContaining("at least 1 plan");
  }

  @Test
  void raggedTrajectoriesAreRefused() {
    assertThatThrownBy(() -> new Trajectory(List.of(), List.of(), List.of()))
        .hasMessage("a trajectory has T+1 states, T actions and T+1 distances, got 0, 0 and 0");
  }
}
