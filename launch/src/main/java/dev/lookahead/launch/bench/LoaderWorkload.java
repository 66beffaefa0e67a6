package dev.lookahead.launch.bench;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.collect.CollectionRecipe;
import dev.lookahead.sim.collect.EpisodeCollector;
import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.ClipSampler;
import dev.lookahead.worldmodel.episode.ClipSpec;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Draws training clips out of recorded episodes, on one thread and without the engine. */
final class LoaderWorkload {

  private static final int EPISODES = 16;
  private static final int BATCH = 64;
  private static final ClipSpec CLIP = ClipSpec.of(4, ReferenceModel.BLOCK_STEPS);

  private LoaderWorkload() {}

  /** Records episodes in a temporary folder, which goes with the workload. */
  static Workload of(World world) {
    Path folder = temporary();
    CollectionRecipe defaults = CollectionRecipe.defaults();
    CollectionRecipe recipe =
        new CollectionRecipe(
            EPISODES, defaults.steps(), defaults.newGoals(), defaults.actors(), defaults.seed());
    try {
      new EpisodeCollector(world, new Sensors(FrameSize.square(64), List.of()), recipe)
          .collect(folder, () -> false, event -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record the episodes to load", e);
    }
    EpisodeDataset dataset = EpisodeDataset.open(folder);
    ClipSampler sampler =
        new ClipSampler(dataset, IntStream.range(0, dataset.size()).boxed().toList(), CLIP, 1);
    ClipBatch batch = sampler.allocate(BATCH);
    long[] step = new long[1];
    return new Workload(
        "loader",
        "%d clips of %d frames, 64x64".formatted(BATCH, CLIP.frames()),
        0,
        BATCH,
        "clips",
        () -> sampler.fill(batch, step[0]++),
        () -> delete(folder));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("lookahead-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException("the bench needs room in the temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
