package dev.lookahead.launch.wiring;

import dev.lookahead.launch.report.page.DriveReport.Arrival;
import dev.lookahead.launch.report.page.DriveReport.Visit;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The ways to the goals of a drive. The policy tells during a call what happened; what it saw and
 * what it was to reach is known when the call is done. Thread: one at a time.
 */
final class DriveVisits {

  private static final int MOST_VISITS = 10_000;
  private static final int MOST_PICTURES = 60;

  private final List<SubgoalEvent> pending = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private List<Goal> goals = List.of();
  private Optional<SubgoalEvent> open = Optional.empty();
  private Optional<CameraFrame> newest = Optional.empty();
  private long newestTick;

  /** Something happened in the call that is under way. */
  void progressed(SubgoalEvent event) {
    if (pending.size() < MOST_VISITS) {
      pending.add(event);
    }
  }

  /**
   * A call is done.
   *
   * @param pursued what was to be reached from then on; empty if that is what it was
   */
  void called(long tick, Optional<List<Goal>> pursued, CameraFrame seen) {
    newestTick = tick;
    newest = Optional.of(seen);
    pursued.ifPresent(
        next -> {
          conclude();
          goals = next;
        });
    pending.forEach(this::happened);
    pending.clear();
  }

  private void happened(SubgoalEvent event) {
    if (event instanceof SubgoalEvent.Begun) {
      conclude();
      open = Optional.of(event);
      return;
    }
    open = Optional.empty();
    if (event instanceof SubgoalEvent.Reached reached) {
      add(Arrival.REACHED, event.index(), OptionalDouble.of(reached.distance()));
    } else {
      add(Arrival.GIVEN_UP, event.index(), OptionalDouble.empty());
    }
  }

  /** Whatever goal is still open was not reached. */
  private void conclude() {
    open.ifPresent(begun -> add(Arrival.OPEN, begun.index(), OptionalDouble.empty()));
    open = Optional.empty();
  }

  private void add(Arrival arrival, int index, OptionalDouble distance) {
    if (visits.size() < MOST_VISITS) {
      boolean pictured = visits.size() < MOST_PICTURES;
      Optional<CameraFrame> goal =
          pictured && index < goals.size()
              ? Optional.of(goals.get(index).image())
              : Optional.empty();
      visits.add(new Visit(arrival, newestTick, distance, goal, newest.filter(seen -> pictured)));
    }
  }

  /** All ways, the last one as it ended. */
  List<Visit> ended() {
    pending.forEach(this::happened);
    pending.clear();
    conclude();
    return List.copyOf(visits);
  }
}
