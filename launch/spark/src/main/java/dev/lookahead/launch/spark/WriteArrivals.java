package dev.lookahead.launch.spark;

import dev.lookahead.launch.offline.EpisodeFiles;
import dev.lookahead.launch.offline.MeasurementFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Writes what a task measured as soon as it arrives, so that a driver that dies loses no more than
 * what was under way. Called by one thread at a time.
 */
final class WriteArrivals extends AbstractFunction2<Object, List<Map<String, byte[]>>, BoxedUnit> {

  private final MeasurementFolder folder;
  private final PrintStream out;
  private int missing;

  WriteArrivals(MeasurementFolder folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
    this.missing = folder.missing().size();
  }

  @Override
  public BoxedUnit apply(Object task, List<Map<String, byte[]>> episodes) {
    try {
      for (Map<String, byte[]> files : episodes) {
        folder.write(EpisodeFiles.of(files));
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    missing -= episodes.size();
    out.println(
        "%d of %d episodes"
            .formatted(folder.conditions().episodes() - missing, folder.conditions().episodes()));
    return BoxedUnit.UNIT;
  }
}
