package dev.lookahead.launch.terminal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a long task is.
 *
 * @param step steps done, 0 to {@code total}
 * @param total steps to do
 * @param metrics what to show beside the bar, by name, in this order
 * @param stepsPerSecond the recent throughput, 0 if unknown
 */
public record Progress(long step, long total, Map<String, Double> metrics, double stepsPerSecond) {

  /** Copies the metrics, keeping their order. */
  public Progress {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** Time left at the recent throughput in seconds; 0 if unknown. */
  public double secondsLeft() {
    return stepsPerSecond > 0 ? (total - step) / stepsPerSecond : 0;
  }
}
