package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.ros1.telemetry.LoopCount;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.launch.report.page.DriveReport.FaultRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What kept the robot of a drive from following its plans while it was ours to command, and who
 * caused it. Thread: one at a time.
 */
final class DriveFaults implements Consumer<RealTimeEvent> {

  private record Tally(long firstTick, long count, long ticks) {

    Tally then(boolean begins) {
      return new Tally(firstTick, count + (begins ? 1 : 0), ticks + 1);
    }
  }

  private final Map<SafetyReason, Tally> tallies = new EnumMap<>(SafetyReason.class);
  private Set<SafetyReason> before = Set.of();

  @Override
  public void accept(RealTimeEvent event) {
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    }
  }

  private void ticked(ControlTick tick) {
    boolean ours = tick.step().from().engaged() || tick.step().state().engaged();
    Set<SafetyReason> now = ours ? tick.step().reasons() : Set.of();
    for (SafetyReason reason : now) {
      Tally tally = tallies.getOrDefault(reason, new Tally(tick.index(), 0, 0));
      tallies.put(reason, tally.then(!before.contains(reason)));
    }
    before = now;
  }

  /**
   * All faults, those that stood against moving first.
   *
   * @param counts what was counted over the whole drive
   * @param newest the last report, which also knows what the robot's link counts
   */
  List<FaultRow> rows(LoopReport counts, LoopReport newest) {
    List<FaultRow> rows = new ArrayList<>();
    tallies.forEach(
        (reason, tally) ->
            rows.add(
                new FaultRow(
                    words(reason),
                    who(reason),
                    tally.count(),
                    Optional.of(tally.ticks()),
                    Optional.of(tally.firstTick()))));
    count(rows, counts.total(LoopCount.LATE_TICKS), "late ticks", "this computer");
    count(rows, counts.total(LoopCount.PAUSES), "pauses of the loop", "this computer");
    count(rows, counts.total(LoopCount.OVERRUNS), "plans not done in time", "the planner");
    count(rows, counts.total(LoopCount.POLICY_FAILURES), "failures of the planner", "the planner");
    count(rows, counts.total(LoopCount.LINK_FAILURES), "failures of the link", "the robot's link");
    count(rows, counts.total(LoopCount.CORNERED), "commands cut at the workspace", "the planner");
    count(rows, newest.total(LoopCount.UNREADABLE), "images refused", "the camera");
    count(rows, newest.total(LoopCount.UNFELT), "images without a fresh sense", "the senses");
    return rows;
  }

  private static void count(List<FaultRow> rows, long times, String what, String who) {
    if (times > 0) {
      rows.add(new FaultRow(what, who, times, Optional.empty(), Optional.empty()));
    }
  }

  /** What people call it. */
  static String words(SafetyReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String who(SafetyReason reason) {
    return switch (reason) {
      case STALE_OBSERVATION, LOST_OBSERVATION, STUCK_CAMERA -> "the camera";
      case NO_ACTION, UNUSABLE_ACTION, UNUSABLE_COST, LOST_PLAN -> "the planner";
      case PAUSED -> "this computer";
      case HOLD_SIGNALLED, STOP_SIGNALLED, DEADMAN_RELEASED, HUMAN_OVERRIDE, E_STOP -> "a person";
      case E_STOP_SILENT -> "the emergency stop's source";
      case LINK_FAILED, ROBOT_LOST -> "the robot's link";
    };
  }
}
