package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.sim.collect.CollectionEvent;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Episodes of a simulated world that are recorded when they are first needed. */
public final class CollectedEpisodes {

  private CollectedEpisodes() {}

  /**
   * Records what is missing.
   *
   * @param stop asked after every episode
   * @param view shows how far it is
   * @return whether all of them are there
   * @throws LaunchFailure if the folder holds episodes of something else
   */
  public static boolean record(
      CollectionExperiment collection, BooleanSupplier stop, ProgressView view, LongSupplier nanos)
      throws IOException {
    long began = nanos.getAsLong();
    int wanted = collection.recipe().episodes();
    try {
      int found =
          collection
              .collector()
              .collect(
                  collection.folder(),
                  stop,
                  event -> {
                    CollectionEvent.Recorded recorded = (CollectionEvent.Recorded) event;
                    double seconds = Math.max(1e-9, (nanos.getAsLong() - began) / 1e9);
                    view.accept(
                        new Progress(
                            recorded.episodes(),
                            recorded.total(),
                            Map.of(),
                            recorded.episodes() / seconds));
                  });
      return found >= wanted;
    } catch (DataException unfit) {
      throw new LaunchFailure(
          ExitCode.DATA, "record into another folder with data.collection.folder=...", unfit);
    }
  }
}
