package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticArray;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticStatus;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.KeyValue;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A report as {@code diagnostic_msgs/DiagnosticArray}, a status each for loop, camera, planner and
 * safety.
 *
 * @param node begins the name of every status, as {@code diagnostic_aggregator} groups them
 * @param hardwareId of the robot
 * @param modelId of the model that plans
 */
record LoopDiagnostics(String node, String hardwareId, String modelId) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** The report as a message. */
  DiagnosticArray of(LoopReport report, RosTime stamp) {
    return DiagnosticArray.of(
        Header.of(0, stamp, ""),
        List.of(loop(report), camera(report), planner(report), safety(report)));
  }

  private DiagnosticStatus loop(LoopReport report) {
    List<KeyValue> values = new ArrayList<>();
    values.add(value("tick rate [Hz]", report.hertz(LoopCount.TICKS)));
    values.add(value("command rate [Hz]", report.hertz(LoopCount.COMMANDS)));
    latencies(values, "image to command", report.reaction());
    counts(values, report, LoopCount.LATE_TICKS, LoopCount.PAUSES, LoopCount.LINK_FAILURES);
    if (report.recent(LoopCount.LINK_FAILURES) > 0) {
      return status(DiagnosticStatus.ERROR, "loop", "the robot cannot be reached", values);
    }
    if (report.recent(LoopCount.PAUSES) + report.recent(LoopCount.LATE_TICKS) > 0) {
      return status(DiagnosticStatus.WARN, "loop", "ticks left late", values);
    }
    return status(DiagnosticStatus.OK, "loop", "on time", values);
  }

  private DiagnosticStatus camera(LoopReport report) {
    List<KeyValue> values = new ArrayList<>();
    values.add(value("image rate [Hz]", report.hertz(LoopCount.IMAGES)));
    values.add(KeyValue.of("newest image age [ms]", millis(report.imageAgeNanos())));
    counts(
        values,
        report,
        LoopCount.IMAGES,
        LoopCount.OVERTAKEN,
        LoopCount.UNREADABLE,
        LoopCount.UNFELT);
    if (report.recent(LoopCount.UNREADABLE) > 0) {
      return status(DiagnosticStatus.ERROR, "camera", "images cannot be used", values);
    }
    if (report.recent(LoopCount.UNFELT) > 0) {
      return status(DiagnosticStatus.ERROR, "camera", "what the robot feels is too old", values);
    }
    if (report.recent(LoopCount.IMAGES) == 0) {
      return status(DiagnosticStatus.STALE, "camera", "no new image", values);
    }
    return status(DiagnosticStatus.OK, "camera", "images come", values);
  }

  private DiagnosticStatus planner(LoopReport report) {
    List<KeyValue> values = new ArrayList<>();
    values.add(KeyValue.of("model", modelId));
    latencies(values, "planning", report.planning());
    counts(values, report, LoopCount.OVERRUNS, LoopCount.POLICY_FAILURES);
    values.add(KeyValue.of("predicted cost", number(report.cost())));
    values.add(KeyValue.of("latent distance", number(report.latentDistance())));
    if (report.recent(LoopCount.POLICY_FAILURES) > 0) {
      return status(DiagnosticStatus.ERROR, "planner", "the planner failed", values);
    }
    if (report.recent(LoopCount.OVERRUNS) > 0) {
      return status(DiagnosticStatus.WARN, "planner", "plans were not done in time", values);
    }
    return status(DiagnosticStatus.OK, "planner", "in time", values);
  }

  private DiagnosticStatus safety(LoopReport report) {
    String reasons =
        report.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    byte level =
        switch (report.state()) {
          case DISARMED, ARMED -> DiagnosticStatus.OK;
          case HOLD -> DiagnosticStatus.WARN;
          case STOPPED -> DiagnosticStatus.ERROR;
        };
    SafetyState state = report.state();
    List<KeyValue> values = new ArrayList<>();
    values.add(KeyValue.of("state", state.name()));
    values.add(KeyValue.of("reasons", reasons));
    counts(values, report, LoopCount.CORNERED);
    return status(
        level, "safety", reasons.isEmpty() ? state.name() : state.name() + ": " + reasons, values);
  }

  private DiagnosticStatus status(byte level, String part, String message, List<KeyValue> values) {
    return DiagnosticStatus.builder()
        .level(level)
        .name(node + ": " + part)
        .message(message)
        .hardwareId(hardwareId)
        .values(values)
        .build();
  }

  private static void counts(List<KeyValue> values, LoopReport report, LoopCount... counts) {
    for (LoopCount count : counts) {
      values.add(KeyValue.of(count.label(), Long.toString(report.total(count))));
    }
  }

  private static void latencies(List<KeyValue> values, String what, Latencies latencies) {
    boolean never = latencies.count() == 0;
    values.add(KeyValue.of(what + " p50 [ms]", never ? "" : number(millis(latencies.p50Nanos()))));
    values.add(KeyValue.of(what + " p99 [ms]", never ? "" : number(millis(latencies.p99Nanos()))));
  }

  private static KeyValue value(String key, double value) {
    return KeyValue.of(key, number(value));
  }

  private static double millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }

  private static String millis(OptionalLong nanos) {
    return nanos.isPresent() ? number(millis(nanos.getAsLong())) : "";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
