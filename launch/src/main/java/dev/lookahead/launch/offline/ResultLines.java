package dev.lookahead.launch.offline;

import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.evaluation.rollout.HorizonPoint;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as text for a terminal. */
public final class ResultLines {

  private ResultLines() {}

  /** The verdict and the tables below it. */
  public static List<String> of(OfflineResults results, Verdict verdict) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict.headline());
    verdict.findings().forEach(finding -> lines.add(mark(finding) + finding.text()));
    if (!results.rollouts().curve().isEmpty()) {
      lines.add("");
      lines.addAll(TextTable.lines(curve(results)));
    }
    if (!results.actionScores().isEmpty()) {
      lines.add("");
      lines.addAll(TextTable.lines(actions(results.actionScores())));
    }
    if (!results.rollouts().probes().isEmpty()) {
      lines.add("");
      lines.addAll(TextTable.lines(probes(results.rollouts().probes())));
      lines.add(results.probesNote());
    }
    return lines;
  }

  private static String mark(Finding finding) {
    return switch (finding.grade()) {
      case GOOD -> "  + ";
      case DOUBTFUL -> "  ? ";
      case BAD -> "  - ";
    };
  }

  private static List<List<String>> curve(OfflineResults results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("steps ahead", "error", "95 %", "copying", "of copying", "of random pairs"));
    for (HorizonPoint point : results.rollouts().curve()) {
      rows.add(
          List.of(
              Integer.toString(point.blocks() * results.conditions().blockSteps()),
              number(point.error().estimate()),
              range(point.error()),
              number(point.copyError().estimate()),
              percent(point.ofCopy()),
              percent(point.ofRandom())));
    }
    return rows;
  }

  private static List<List<String>> actions(List<AxisScore> scores) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("action", "unit", "planned", "random", "zero", "skill", "95 %"));
    for (AxisScore axis : scores) {
      rows.add(
          List.of(
              axis.axis(),
              axis.unit(),
              number(axis.planned().estimate()),
              number(axis.random().estimate()),
              number(axis.still().estimate()),
              number(axis.skill().estimate()),
              range(axis.skill())));
    }
    return rows;
  }

  private static List<List<String>> probes(List<ProbeScore> scores) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("state", "probe", "held out", "R2", "95 %", "RMSE"));
    for (ProbeScore score : scores) {
      rows.add(
          List.of(
              score.quantity(),
              score.probe(),
              Integer.toString(score.episodes()),
              number(score.r2().estimate()),
              range(score.r2()),
              number(score.rmse().estimate())));
    }
    return rows;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static String range(Interval interval) {
    return interval.known()
        ? number(interval.low()) + "-" + number(interval.high())
        : "no interval";
  }

  private static String percent(Interval interval) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * interval.estimate());
  }
}
