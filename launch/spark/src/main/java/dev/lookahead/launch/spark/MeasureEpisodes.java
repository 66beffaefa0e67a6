package dev.lookahead.launch.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * A task: measures some episodes on an executor. It carries the words of the command line, not what
 * they mean, and answers with names and contents of files: nothing but JDK types is serialized.
 */
final class MeasureEpisodes extends AbstractFunction1<Iterator<Integer>, List<Map<String, byte[]>>>
    implements Serializable {

  private final ArrayList<String> settings;
  private final String conditions;

  /**
   * @param settings {@code key=value}, as on the command line
   * @param conditions as the driver found them; an executor that finds others refuses to measure
   */
  MeasureEpisodes(List<String> settings, String conditions) {
    this.settings = new ArrayList<>(settings);
    this.conditions = conditions;
  }

  @Override
  public List<Map<String, byte[]>> apply(Iterator<Integer> numbers) {
    WarmMeter warm = WarmMeter.borrow(settings, conditions);
    List<Map<String, byte[]>> files = new ArrayList<>();
    while (numbers.hasNext()) {
      files.add(new LinkedHashMap<>(warm.meter().measure(numbers.next()).contents()));
    }
    // Not after a failure: then the next task begins with a fresh one.
    warm.giveBack();
    return files;
  }
}
