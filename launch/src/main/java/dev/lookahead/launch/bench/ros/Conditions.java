package dev.lookahead.launch.bench.ros;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/**
 * What a measurement depends on besides the subscribers.
 *
 * @param publisher the library that published the streams
 * @param whyNotRoscpp why it is ours although roscpp's was asked for
 * @param cores that this process may use
 * @param system name, version and architecture
 * @param java version of the virtual machine
 * @param loadBefore processes that ran or waited to, averaged over the minute before the first
 *     turn; negative where the system does not say
 * @param loadAfter the same after the last turn; the measurement itself is in it
 */
public record Conditions(
    String publisher,
    Optional<String> whyNotRoscpp,
    int cores,
    String system,
    String java,
    double loadBefore,
    double loadAfter) {

  /** Above this share of the cores busy with other work, medians say little. */
  private static final double QUIET_SHARE = 0.25;

  /** The machine's load now; negative where the system does not say. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /**
   * The conditions at the end of a measurement.
   *
   * @param loadBefore what {@link #load} said at its begin
   */
  static Conditions now(ImageSource source, Optional<String> whyNotRoscpp, double loadBefore) {
    return new Conditions(
        source.name(),
        whyNotRoscpp,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Runtime.version().toString(),
        loadBefore,
        load());
  }

  /** Whether the machine had little else to do when the measurement began. */
  public boolean isQuiet() {
    return loadBefore >= 0 && loadBefore <= QUIET_SHARE * cores;
  }

  /** The conditions as text for people. */
  public String text() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "conditions: published by %s; load average %.2f before, %.2f after, on %d cores; %s; Java %s",
                publisher,
                loadBefore,
                loadAfter,
                cores,
                system,
                java));
    whyNotRoscpp.ifPresent(why -> text.append("\nnot published by roscpp: ").append(why));
    if (!isQuiet()) {
      text.append("\nother work was on this machine: compare the columns, not the numbers");
    }
    return text.toString();
  }
}
