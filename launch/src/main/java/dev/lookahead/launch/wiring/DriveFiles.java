package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.telemetry.LoopCount;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.CurvePlot;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.report.Scalar;
import dev.lookahead.launch.report.page.ConditionGroup;
import dev.lookahead.launch.report.page.DrivePage;
import dev.lookahead.launch.report.page.DriveReport;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.planner.mpc.SubgoalEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a drive leaves in its folder besides its log: events and scalars as they come, in the end
 * {@code summary.json}, {@code curves.png} and {@code report.html}. Thread-safe.
 */
public final class DriveFiles {

  private final RunFolder folder;
  private final DriveLedger ledger;
  private final List<ConditionGroup> conditions;
  private final CurveLog curves = new CurveLog();
  private Optional<LoopReport> last = Optional.empty();
  private int reached;
  private int givenUp;

  /**
   * The files of a drive in its folder.
   *
   * @param conditions the drive is made under
   */
  DriveFiles(RunFolder folder, DriveLedger ledger, List<ConditionGroup> conditions) {
    this.folder = folder;
    this.ledger = ledger;
    this.conditions = conditions;
  }

  /** Logs an event. */
  public synchronized void accept(DriveEvent event) {
    folder.events().accept((Record) event);
    if (event instanceof DriveEvent.GoalProgress progress) {
      reached += progress.what() instanceof SubgoalEvent.Reached ? 1 : 0;
      givenUp += progress.what() instanceof SubgoalEvent.GivenUp ? 1 : 0;
    } else if (event instanceof DriveEvent.Planned plan) {
      DrivePanels.scalars(plan)
          .forEach((tag, value) -> curves.accept(new Scalar(tag, ledger.ticks(), value)));
    }
  }

  /** Writes what a report measures. */
  public synchronized void accept(LoopReport report) {
    last = Optional.of(report);
    DrivePanels.scalars(report)
        .forEach(
            (tag, value) -> {
              Scalar scalar = new Scalar(tag, report.total(LoopCount.TICKS), value);
              curves.accept(scalar);
              folder.scalars().accept(scalar);
            });
    DrivePanels.planScalars(report)
        .forEach(
            (tag, value) ->
                folder.scalars().accept(new Scalar(tag, report.total(LoopCount.TICKS), value)));
    folder.scalars().flush();
  }

  /**
   * Writes what is known in the end.
   *
   * @return the content of {@code summary.json}
   */
  public synchronized Map<String, Object> finish(ExitCode ended) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("ended", ended.name().toLowerCase(Locale.ROOT));
    summary.put("goals_reached", reached);
    summary.put("goals_given_up", givenUp);
    last.ifPresent(
        report -> {
          for (LoopCount count : LoopCount.values()) {
            summary.put(count.name().toLowerCase(Locale.ROOT), report.total(count));
          }
        });
    folder.write("summary.json", JsonText.pretty(summary).getBytes(StandardCharsets.UTF_8));
    if (last.isPresent()) {
      folder.write(
          "curves.png",
          CurvePlot.png(
              String.valueOf(folder.path().getFileName()),
              "ended: %s, %d goals reached".formatted(summary.get("ended"), reached),
              DrivePanels.of(curves)));
    }
    folder.write("report.html", DrivePage.html(report(ended)));
    return summary;
  }

  private DriveReport report(ExitCode ended) {
    LoopReport whole = ledger.whole();
    return new DriveReport(
        String.valueOf(folder.path().getFileName()),
        ending(ended),
        ledger.timing().periodNanos(),
        ledger.ticks(),
        whole.total(LoopCount.COMMANDS),
        ledger.visits().ended(),
        ledger.states(),
        ledger.times(whole),
        ledger.faults().rows(whole, last.orElse(whole)),
        DrivePanels.of(curves),
        conditions);
  }

  private static String ending(ExitCode ended) {
    return switch (ended) {
      case OK -> "as planned: its goals were done or its time was over";
      case SAFETY_STOP -> "with a stop for safety";
      case ROBOT -> "because the robot or the way to it was lost";
      case INTERRUPTED -> "because a person stopped it";
      default -> "with a failure";
    };
  }
}
