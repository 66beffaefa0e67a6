package dev.lookahead.launch.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Collects scalars for a picture: one panel per group (the tag up to the first slash), one curve
 * per tag, in the order they first appear. Holds every point; a long run hands it only the scalars
 * worth a picture. Thread: one at a time.
 */
public final class CurveLog implements Consumer<Scalar> {

  private final Map<String, List<Scalar>> scalars = new LinkedHashMap<>();

  @Override
  public void accept(Scalar scalar) {
    scalars.computeIfAbsent(scalar.tag(), tag -> new ArrayList<>()).add(scalar);
  }

  /** What was collected so far. */
  public List<CurvePlot.Panel> panels() {
    Map<String, List<Curve>> groups = new LinkedHashMap<>();
    scalars.forEach(
        (tag, points) -> {
          int slash = tag.indexOf('/');
          String group = slash < 0 ? tag : tag.substring(0, slash);
          groups
              .computeIfAbsent(group, g -> new ArrayList<>())
              .add(
                  new Curve(
                      tag.substring(slash + 1),
                      points.stream().mapToDouble(Scalar::step).toArray(),
                      points.stream().mapToDouble(Scalar::value).toArray()));
        });
    return groups.entrySet().stream()
        .map(group -> new CurvePlot.Panel(group.getKey(), "step", group.getValue()))
        .toList();
  }
}
