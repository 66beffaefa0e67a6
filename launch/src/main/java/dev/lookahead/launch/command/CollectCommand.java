package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunStatus;
import dev.lookahead.sim.collect.CollectionEvent;
import dev.lookahead.sim.collect.EpisodeCollector;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lookahead collect}. */
@Command(
    name = "collect",
    description =
        "Records episodes in a simulated world, for training. Continues where it was stopped.",
    footer = {
      "",
      "Examples:",
      "  lookahead collect two-room",
      "  lookahead collect point-maze-u recipe.episodes=50 folder=runs/data/small"
    })
public final class CollectCommand extends Verb {

  @Mixin private final Configuration configuration = new Configuration("collection");

  /** The verb in its context. */
  public CollectCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    CollectionExperiment experiment =
        configuration.load(context().presets(), CollectionExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    EpisodeCollector collector = experiment.collector();
    Map<String, Long> seeds = Map.of("collection", experiment.recipe().seed());
    try (RunFolder folder = configuration.start("collect", experiment, seeds, context())) {
      int episodes = collect(experiment, collector, folder);
      boolean complete = episodes >= experiment.recipe().episodes();
      folder.finish(complete ? RunStatus.COMPLETE : RunStatus.INTERRUPTED);
      int asked = Math.max(episodes, experiment.recipe().episodes());
      say("%d of %d episodes in %s".formatted(episodes, asked, experiment.folder()));
      sayJson(
          Map.of(
              "folder",
              experiment.folder().toString(),
              "episodes",
              episodes,
              "complete",
              complete));
      return complete ? ExitCode.OK : ExitCode.INTERRUPTED;
    }
  }

  private int collect(CollectionExperiment experiment, EpisodeCollector collector, RunFolder folder)
      throws IOException {
    try (ProgressView view = progress("collect")) {
      return collector.collect(
          experiment.folder(), context().interrupt()::requested, progressOf(folder, view));
    } catch (DataException unfit) {
      throw new LaunchFailure(
          ExitCode.DATA,
          String.valueOf(unfit.getMessage()),
          "record into another folder with folder=...");
    }
  }

  private Consumer<CollectionEvent> progressOf(RunFolder folder, ProgressView view) {
    long began = context().nanos().getAsLong();
    long[] recorded = new long[1];
    return event -> {
      folder.events().accept((Record) event);
      if (event instanceof CollectionEvent.Recorded episode) {
        double seconds = Math.max(1e-9, (context().nanos().getAsLong() - began) / 1e9);
        Map<String, Double> metrics = Map.of("frames", (double) episode.frames());
        view.accept(
            new Progress(episode.episodes(), episode.total(), metrics, ++recorded[0] / seconds));
      }
    };
  }
}
