package dev.lookahead.launch.command;

import dev.lookahead.bridge.isolated.IsolationEvent;
import dev.lookahead.launch.wiring.DriveEvent;
import dev.lookahead.planner.mpc.SubgoalEvent;
import java.util.Locale;
import java.util.Optional;

/**
 * What a terminal shows of a drive: a line per event. A failure that repeats itself, as one does
 * every tick, is said once until something else happens.
 */
final class DriveLines {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private String last = "";

  /** The line for an event; empty if it was said already, or is for the run's files alone. */
  Optional<String> line(DriveEvent event) {
    String line = text(event);
    boolean repeated = event instanceof DriveEvent.Failed && line.equals(last);
    if (line.isEmpty() || repeated) {
      return Optional.empty();
    }
    last = line;
    return Optional.of(line);
  }

  private static String text(DriveEvent event) {
    if (event instanceof DriveEvent.StateChanged changed) {
      return changed.reasons().isEmpty()
          ? changed.to().toString()
          : changed.to() + " " + changed.reasons();
    }
    if (event instanceof DriveEvent.GoalProgress progress) {
      return goal(progress.what());
    }
    if (event instanceof DriveEvent.Failed failed) {
      return "failed: " + failed.cause();
    }
    if (event instanceof DriveEvent.PlannerProcess process) {
      return planner(process.what());
    }
    if (event instanceof DriveEvent.RecordingStopped stopped) {
      return "recording stopped: " + stopped.cause();
    }
    if (event instanceof DriveEvent.WarmedUp warm) {
      return "warm after %d plans; one takes %.0f ms%s"
          .formatted(
              warm.plans(),
              warm.nanos() / NANOS_PER_MILLI,
              warm.inTime() ? "" : ", too long for this rate: give it fewer samples");
    }
    return "";
  }

  private static String goal(SubgoalEvent event) {
    String which = "goal %d of %d: ".formatted(event.index() + 1, event.of());
    if (event instanceof SubgoalEvent.Reached reached) {
      return which + String.format(Locale.ROOT, "reached, at distance %.3g", reached.distance());
    }
    return which + (event instanceof SubgoalEvent.Begun ? "begun" : "given up, its steps are over");
  }

  private static String planner(IsolationEvent event) {
    if (event instanceof IsolationEvent.Started started) {
      return "planner: process %d starts".formatted(started.pid());
    }
    if (event instanceof IsolationEvent.Warm warm) {
      return String.format(
          Locale.ROOT,
          "planner: process %d is warm after %.1f s",
          warm.pid(),
          warm.sinceStartNanos() / NANOS_PER_SECOND);
    }
    if (event instanceof IsolationEvent.TookOver over) {
      return "planner: process %d plans from now on".formatted(over.pid());
    }
    if (event instanceof IsolationEvent.Lost lost) {
      return "planner: process %d%s is lost: %s"
          .formatted(lost.pid(), lost.planning() ? "" : ", in reserve,", lost.cause());
    }
    IsolationEvent.GaveUp gaveUp = (IsolationEvent.GaveUp) event;
    return "planner: none is started again after %d crashes".formatted(gaveUp.crashes());
  }
}
