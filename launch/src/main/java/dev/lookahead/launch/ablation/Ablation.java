package dev.lookahead.launch.ablation;

import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.launch.wiring.PretrainingData.SimulatorData;
import dev.lookahead.launch.wiring.PretrainingExperiment;
import dev.lookahead.launch.wiring.PretrainingRun;
import dev.lookahead.sim.collect.CollectionRecipe;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.pretraining.EncoderProbes;
import dev.lookahead.worldmodel.pretraining.PixelStatistics;
import dev.lookahead.worldmodel.pretraining.PretrainingSettings;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingEvent;
import dev.lookahead.worldmodel.training.TrainingResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Pretrains presets on one world and probes what each encoder knows. Every run starts from its
 * seed, sees the same frames and is asked by the same probes, on episodes it never saw.
 *
 * @param experiment what is compared
 * @param world whose frames are learned from
 */
public record Ablation(AblationExperiment experiment, CollectionExperiment world) {

  /** Episodes for probes come from another seed than those to learn from. */
  private static final long PROBES = 1_000_003;

  /** What the probes read: recorded beside what is learned from. */
  public CollectionExperiment probed() {
    CollectionRecipe recipe = world.recipe();
    return new CollectionExperiment(
        world.folder().resolveSibling(world.folder().getFileName() + "-probed"),
        world.world(),
        world.frameSide(),
        new CollectionRecipe(
            experiment.probeEpisodes(),
            recipe.steps(),
            recipe.newGoals(),
            recipe.actors(),
            recipe.seed() + PROBES));
  }

  /** A preset on this world's frames, with their statistics. */
  PretrainingExperiment on(PretrainingExperiment preset, long seed) {
    PretrainingSettings training = preset.training();
    long steps = experiment.steps() == 0 ? training.steps() : experiment.steps();
    SimulatorData data = new SimulatorData(world, 1);
    PretrainingSettings changed = training.with(steps, seed);
    return new PretrainingExperiment(
        preset.title(),
        data,
        PixelStatistics.of(
            data.open(preset.eye().form(), changed.validationFraction(), seed).training()),
        preset.encoder(),
        preset.masking(),
        preset.objective(),
        changed,
        preset.engine());
  }

  /** What an encoder knows before it has learned anything. */
  public AblationRow untrained(PretrainingExperiment preset, long seed) {
    PretrainingExperiment here = on(preset, seed);
    PretrainingRun run = new PretrainingRun(here);
    TrainingState state = run.loop().fresh();
    CollapseReport spread = run.spread(state);
    return row(here, run, state, "untrained", "no step was taken", 0, spread, "untrained");
  }

  /**
   * Pretrains one preset and probes its encoder, whether it collapsed or not.
   *
   * @param checkpoint overwritten
   * @param executor has a thread to spare
   */
  public AblationRow run(
      PretrainingExperiment preset,
      long seed,
      Path checkpoint,
      Executor executor,
      BooleanSupplier stop,
      LongSupplier nanos,
      Consumer<TrainingEvent> events)
      throws InterruptedException {
    PretrainingExperiment here = on(preset, seed);
    PretrainingRun run = new PretrainingRun(here);
    long began = nanos.getAsLong();
    TrainingResult result =
        run.loop().train(run.loop().fresh(), checkpoint, executor, stop, events);
    double seconds = (nanos.getAsLong() - began) / 1e9;
    CollapseReport spread = run.spread(result.state());
    return row(
        here,
        run,
        result.state(),
        result.status().name().toLowerCase(Locale.ROOT),
        result.reason(),
        seconds,
        spread,
        preset.title());
  }

  private AblationRow row(
      PretrainingExperiment here,
      PretrainingRun run,
      TrainingState state,
      String outcome,
      String reason,
      double seconds,
      CollapseReport spread,
      String title) {
    EncoderProbes probes = new EncoderProbes(here.engine().engine(), experiment.probe());
    List<ProbeScore> scores =
        probes.scores(here.eye(), run.encoder(state), EpisodeDataset.open(probed().folder()));
    Map<String, Double> r2 =
        scores.stream()
            .collect(
                Collectors.groupingBy(
                    ProbeScore::probe,
                    LinkedHashMap::new,
                    Collectors.averagingDouble(score -> score.r2().estimate())));
    return new AblationRow(
        world.world().world().name(),
        title,
        here.training().seed(),
        state.step(),
        outcome,
        reason,
        seconds,
        spread.meanStd(),
        spread.effectiveRank(),
        r2);
  }
}
