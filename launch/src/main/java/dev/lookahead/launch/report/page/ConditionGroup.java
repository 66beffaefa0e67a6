package dev.lookahead.launch.report.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts about how a result came about that belong together, for example those of the model.
 *
 * @param title a word or two
 * @param facts values by name, shown in this order
 */
public record ConditionGroup(String title, Map<String, String> facts) {

  /** Copies the facts and keeps their order. */
  public ConditionGroup {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
