package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.ObservationLimits;
import dev.lookahead.bridge.guard.ObservationWatch;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which observation counted at each tick; stamps alone decide that, so no frame is read. */
final class SeenByTick {

  private SeenByTick() {}

  static Map<Long, SeenLine> of(List<LogLine> lines, ObservationLimits limits) {
    Map<Long, SeenLine> byTick = new HashMap<>();
    ObservationWatch watch = ObservationWatch.begin();
    SeenLine newest = null;
    for (LogLine line : lines) {
      TickLine tick = line.tick();
      if (tick == null) {
        continue;
      }
      SeenLine seen = tick.seen();
      if (seen != null) {
        Sighting stamped = stamped(seen);
        watch = watch.then(stamped, false, limits);
        newest = counts(watch, stamped) ? seen : newest;
      }
      put(byTick, tick.index(), newest);
    }
    return byTick;
  }

  private static boolean counts(ObservationWatch watch, Sighting stamped) {
    return watch.newest().filter(stamped::equals).isPresent();
  }

  private static void put(Map<Long, SeenLine> byTick, long tick, @Nullable SeenLine newest) {
    if (newest != null) {
      byTick.put(tick, newest);
    }
  }

  private static Sighting stamped(SeenLine seen) {
    CameraFrame stamp = new CameraFrame(1, 1, new byte[3], seen.stampNanos());
    return new Sighting(Observation.of(stamp), seen.receiptNanos());
  }
}
