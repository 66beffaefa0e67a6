package dev.lookahead.launch.report.page;

import dev.lookahead.launch.report.page.DriveReport.Arrival;
import java.util.Locale;

/** What came out of a drive, in a sentence. */
final class DriveVerdict {

  private DriveVerdict() {}

  static String of(DriveReport report) {
    String duration = seconds(report.seconds(report.ticks()));
    if (report.ticks() == 0) {
      return "The robot was never driven.";
    }
    if (report.commands() == 0) {
      return "Observed for %s; nothing was sent to the robot.".formatted(duration);
    }
    if (report.goals().isEmpty()) {
      return "Drove for %s without a goal.".formatted(duration);
    }
    return "Reached %d of %s in %s."
        .formatted(
            report.goals(Arrival.REACHED), Wording.count(report.goals().size(), "goal"), duration);
  }

  /** Why it ended, and how much was sent. */
  static String further(DriveReport report) {
    return "It ended %s. %,d of %,d ticks sent a command, one every %s."
        .formatted(
            report.ending(),
            report.commands(),
            report.ticks(),
            Wording.millis(report.periodNanos()));
  }

  static String seconds(double seconds) {
    return seconds < 100
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.0f min %02.0f s", Math.floor(seconds / 60), seconds % 60);
  }
}
