package dev.lookahead.launch.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Collects scalars for a picture, in memory that depends on the number of tags but not on that of
 * the steps. Thread: one at a time.
 */
public final class CurveLog implements Consumer<Scalar> {

  private final Map<String, CurveBins> curves = new LinkedHashMap<>();

  @Override
  public void accept(Scalar scalar) {
    curves.computeIfAbsent(scalar.tag(), tag -> new CurveBins()).add(scalar.step(), scalar.value());
  }

  /** The tags in the order in which they first appeared. */
  public Set<String> tags() {
    return Collections.unmodifiableSet(curves.keySet());
  }

  /**
   * What was collected under a tag so far.
   *
   * @param name what to call it in a legend
   * @return empty if that is nothing that can be drawn
   */
  public Optional<CurveLine> line(String tag, String name) {
    return Optional.ofNullable(curves.get(tag))
        .map(bins -> new CurveLine(name, bins.means(), bins.extremes()))
        .filter(line -> line.course().size() > 0);
  }
}
