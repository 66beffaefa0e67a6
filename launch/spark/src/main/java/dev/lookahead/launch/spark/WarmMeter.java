package dev.lookahead.launch.spark;

import dev.lookahead.launch.offline.EpisodeMeter;
import dev.lookahead.launch.offline.OfflineEvaluation;
import dev.lookahead.launch.wiring.EngineThreads;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * A meter that outlives its task. The engine's native library is loaded once per executor, and the
 * model is put on it once per slot, not per task; there are never more meters than slots. They end
 * with the executor's process.
 *
 * @param settings what it was opened for
 * @param meter in the hands of one task at a time
 */
record WarmMeter(List<String> settings, EpisodeMeter meter) {

  private static final ConcurrentMap<List<String>, Queue<WarmMeter>> IDLE =
      new ConcurrentHashMap<>();

  /**
   * One that no other task uses.
   *
   * @param conditions those of the driver
   * @throws DataException if model or recording are others on this node
   */
  static WarmMeter borrow(List<String> settings, String conditions) {
    WarmMeter idle = idle(settings).poll();
    return idle == null ? open(settings, conditions) : idle;
  }

  /** Leaves it to another task. */
  void giveBack() {
    idle(settings).add(this);
  }

  private static Queue<WarmMeter> idle(List<String> settings) {
    return IDLE.computeIfAbsent(settings, unseen -> new ConcurrentLinkedQueue<>());
  }

  private static WarmMeter open(List<String> settings, String conditions) {
    EngineThreads.use(1);
    try {
      OfflineEvaluation evaluation = new OfflineEvaluation(RolloutJob.experiment(settings));
      String found =
          new String(VersionedJson.bytes(evaluation.conditions()), StandardCharsets.UTF_8);
      if (!found.equals(conditions)) {
        throw new DataException(
            evaluation.source().location(),
            "model or recording differ between nodes; the driver has %s, here is %s"
                .formatted(conditions, found));
      }
      return new WarmMeter(settings, evaluation.meter());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
