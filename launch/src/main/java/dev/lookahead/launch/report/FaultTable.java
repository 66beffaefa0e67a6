package dev.lookahead.launch.report;

import dev.lookahead.sim.fault.FaultOutcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What came of faults, as text and as data. */
public final class FaultTable {

  private static final double NANOS_PER_MILLI = 1e6;

  private FaultTable() {}

  /** The first line. */
  public static String heading() {
    return "no.  fault                                          Hz  trials  worst ms  promised ms  held";
  }

  /** What the columns mean. */
  public static String legend() {
    return "worst: from the fault to the first command that took account of it (for frames that come"
        + " now\nand then, the age of the oldest observation the robot moved on). A broken promise"
        + " fails the verb.";
  }

  /** What the columns mean for faults of the network. */
  public static String networkLegend() {
    return "worst: from the fault to the first command that took account of it; for a master, until"
        + " it was missed;\nfor a line that only gets worse, the age of the oldest observation the"
        + " robot moved on; for outages in a row,\nuntil all was back. A broken promise fails the"
        + " verb.";
  }

  /** One fault at one rate; what was not kept stands below. */
  public static String line(int hertz, FaultOutcome outcome) {
    String line =
        String.format(
            Locale.ROOT,
            "%-3s  %-45s %3d  %6d  %8.1f  %11.1f  %s",
            outcome.number(),
            outcome.description(),
            hertz,
            outcome.trials(),
            outcome.worstReactionNanos() / NANOS_PER_MILLI,
            outcome.promisedNanos() / NANOS_PER_MILLI,
            outcome.allHeld() ? "yes" : "NO, " + outcome.held() + " of " + outcome.trials());
    return outcome.firstViolation().map(why -> line + "\n     " + why).orElse(line);
  }

  /** The same as data. */
  public static Map<String, Object> row(int hertz, FaultOutcome outcome) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("fault", outcome.fault().toLowerCase(Locale.ROOT));
    row.put("number", outcome.number());
    row.put("hertz", hertz);
    row.put("trials", outcome.trials());
    row.put("held", outcome.held());
    row.put("worstReactionNanos", outcome.worstReactionNanos());
    row.put("promisedNanos", outcome.promisedNanos());
    row.put("firstViolation", outcome.firstViolation().orElse(""));
    return row;
  }
}
