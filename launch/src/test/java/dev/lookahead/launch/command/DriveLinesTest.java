package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.isolated.IsolationEvent;
import dev.lookahead.launch.wiring.DriveEvent;
import dev.lookahead.planner.mpc.SubgoalEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriveLinesTest {

  private final DriveLines lines = new DriveLines();

  private List<String> said(DriveEvent... events) {
    return Stream.of(events).map(lines::line).flatMap(Optional::stream).toList();
  }

  @Test
  void aFailureOfEveryTickIsSaidOnceUntilSomethingElseHappens() {
    DriveEvent stopped =
        new DriveEvent.StateChanged(
            3, SafetyState.ARMED, SafetyState.HOLD, Set.of(SafetyReason.NO_ACTION));
    assertThat(
            said(
                new DriveEvent.Failed(1, "no planner is warm yet"),
                new DriveEvent.Failed(2, "no planner is warm yet"),
                stopped,
                new DriveEvent.Failed(3, "no planner is warm yet"),
                new DriveEvent.Failed(4, "another")))
        .containsExactly(
            "failed: no planner is warm yet",
            "HOLD [NO_ACTION]",
            "failed: no planner is warm yet",
            "failed: another");
  }

  @Test
  void goalsAreCountedFromOne() {
    assertThat(
            said(
                new DriveEvent.GoalProgress(new SubgoalEvent.Begun(0, 2)),
                new DriveEvent.GoalProgress(new SubgoalEvent.Reached(0, 2, 0.12345f)),
                new DriveEvent.GoalProgress(new SubgoalEvent.GivenUp(1, 2))))
        .containsExactly(
            "goal 1 of 2: begun",
            "goal 1 of 2: reached, at distance 0.123",
            "goal 2 of 2: given up, its steps are over");
  }

  @Test
  void theLifeOfAPlannersProcessReadsAsASentence() {
    assertThat(
            said(
                new DriveEvent.PlannerProcess(new IsolationEvent.Started(7)),
                new DriveEvent.PlannerProcess(new IsolationEvent.Warm(7, 1_520_000_000L, 4)),
                new DriveEvent.PlannerProcess(new IsolationEvent.TookOver(7)),
                new DriveEvent.PlannerProcess(new IsolationEvent.Lost(7, true, "killed")),
                new DriveEvent.PlannerProcess(new IsolationEvent.Lost(8, false, "killed")),
                new DriveEvent.PlannerProcess(new IsolationEvent.GaveUp(3))))
        .containsExactly(
            "planner: process 7 starts",
            "planner: process 7 is warm after 1.5 s",
            "planner: process 7 plans from now on",
            "planner: process 7 is lost: killed",
            "planner: process 8, in reserve, is lost: killed",
            "planner: none is started again after 3 crashes");
  }
}
