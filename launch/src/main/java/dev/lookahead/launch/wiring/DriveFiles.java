package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.telemetry.LoopCount;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.CurvePlot;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.report.Scalar;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.planner.mpc.SubgoalEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a drive leaves in its folder besides its log: events and scalars as they come, in the end
 * {@code summary.json} and {@code curves.png}. Thread-safe.
 */
public final class DriveFiles {

  private final RunFolder folder;
  private final CurveLog curves = new CurveLog();
  private Optional<LoopReport> last = Optional.empty();
  private int reached;
  private int givenUp;

  /** The files of a drive in its folder. */
  public DriveFiles(RunFolder folder) {
    this.folder = folder;
  }

  /** Logs an event. */
  public synchronized void accept(DriveEvent event) {
    folder.events().accept((Record) event);
    if (event instanceof DriveEvent.GoalProgress progress) {
      reached += progress.what() instanceof SubgoalEvent.Reached ? 1 : 0;
      givenUp += progress.what() instanceof SubgoalEvent.GivenUp ? 1 : 0;
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
    return summary;
  }
}
