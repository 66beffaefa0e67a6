package dev.lookahead.launch.bench.ros;

import java.util.List;

/**
 * What was measured.
 *
 * @param conditions under which
 * @param rows a subscriber on a stream each
 */
public record RosBenchResult(Conditions conditions, List<RosBenchRow> rows) {

  /** Copies the list. */
  public RosBenchResult {
    rows = List.copyOf(rows);
  }
}
