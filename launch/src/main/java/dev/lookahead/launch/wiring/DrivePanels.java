package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.telemetry.LoopCount;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.launch.report.CurveLine;
import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.CurvePanel;
import dev.lookahead.launch.report.CurvePanel.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured of a drive, by tick, and how it is drawn. */
final class DrivePanels {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final String TICKS = "rate/ticks_hz";
  private static final String COMMANDS = "rate/commands_hz";
  private static final String IMAGES = "rate/images_hz";
  private static final String PLANNING = "planning/p50_ms";
  private static final String PLANNING_TAIL = "planning/p99_ms";
  private static final String REACTION = "reaction/p50_ms";
  private static final String REACTION_TAIL = "reaction/p99_ms";
  private static final String LATE = "missed/late_ticks";
  private static final String OVERRUNS = "missed/plans";
  private static final String COST = "plan/cost";
  private static final String DISTANCE = "plan/latent_distance";

  private DrivePanels() {}

  /** What a report measures, by tag. */
  static Map<String, Double> scalars(LoopReport report) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put(TICKS, report.hertz(LoopCount.TICKS));
    scalars.put(COMMANDS, report.hertz(LoopCount.COMMANDS));
    scalars.put(IMAGES, report.hertz(LoopCount.IMAGES));
    scalars.put(LATE, (double) report.recent(LoopCount.LATE_TICKS));
    scalars.put(OVERRUNS, (double) report.recent(LoopCount.OVERRUNS));
    if (report.planning().count() > 0) {
      scalars.put(PLANNING, report.planning().p50Nanos() / NANOS_PER_MILLI);
      scalars.put(PLANNING_TAIL, report.planning().p99Nanos() / NANOS_PER_MILLI);
    }
    if (report.reaction().count() > 0) {
      scalars.put(REACTION, report.reaction().p50Nanos() / NANOS_PER_MILLI);
      scalars.put(REACTION_TAIL, report.reaction().p99Nanos() / NANOS_PER_MILLI);
    }
    return scalars;
  }

  /** What a report says of the newest plan, by tag. */
  static Map<String, Double> planScalars(LoopReport report) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    report.cost().ifPresent(cost -> scalars.put(COST, cost));
    report.latentDistance().ifPresent(distance -> scalars.put(DISTANCE, distance));
    return scalars;
  }

  /** What is measured of every plan, by the same tags. */
  static Map<String, Double> scalars(DriveEvent.Planned plan) {
    return Map.of(COST, (double) plan.cost(), DISTANCE, (double) plan.currentDistance());
  }

  /** The panels for which anything was measured. */
  static List<CurvePanel> of(CurveLog curves) {
    List<CurvePanel> panels = new ArrayList<>();
    add(panels, "Latent distance to the goal", List.of(curves.line(DISTANCE, "planned from")));
    add(panels, "Predicted cost", List.of(curves.line(COST, "of the plan")));
    add(
        panels,
        "Planning [ms]",
        List.of(curves.line(PLANNING, "median"), curves.line(PLANNING_TAIL, "99 of 100")));
    add(
        panels,
        "Image to command [ms]",
        List.of(curves.line(REACTION, "median"), curves.line(REACTION_TAIL, "99 of 100")));
    add(
        panels,
        "Rates [Hz]",
        List.of(
            curves.line(TICKS, "ticks"),
            curves.line(COMMANDS, "commands"),
            curves.line(IMAGES, "images")));
    add(
        panels,
        "Not in time, each second",
        List.of(curves.line(LATE, "ticks"), curves.line(OVERRUNS, "plans")));
    return panels;
  }

  private static void add(
      List<CurvePanel> panels, String title, List<Optional<CurveLine>> measured) {
    List<CurveLine> lines = measured.stream().flatMap(Optional::stream).toList();
    if (!lines.isEmpty()) {
      panels.add(new CurvePanel(title, lines, Scale.LINEAR, Optional.empty()));
    }
  }
}
