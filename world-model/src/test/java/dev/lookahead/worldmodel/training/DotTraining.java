package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.objective.ObjectiveWeights;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One call of {@link TrainingLoop#train} on recorded dots, and everything it told. */
final class DotTraining {

  /** Thirty steps of eight clips; every tenth is validated, every eighth saved. */
  static final TrainingSettings SETTINGS =
      new TrainingSettings(30, 8, 4, 12, 3e-3f, 3, 0.1f, 1e-3f, 1f, 0.9f, 5, 0.2, 2, 10, 8);

  final List<TrainingEvent> events = new ArrayList<>();
  private final TrainingLoop<ClipBatch> loop;
  private final Path checkpoint;
  private final int stopAfter;

  /** A training of all steps. */
  DotTraining(
      EpisodeDataset data,
      ObjectiveSettings objective,
      TrainingSettings settings,
      Path checkpoint) {
    this(new TorchScriptEngine(), data, objective, settings, checkpoint, Integer.MAX_VALUE);
  }

  /** A training that is asked to stop after so many of its own steps. */
  DotTraining(
      TensorEngine engine,
      EpisodeDataset data,
      ObjectiveSettings objective,
      TrainingSettings settings,
      Path checkpoint,
      int stopAfter) {
    DatasetSplit split =
        DatasetSplit.draw(data.size(), settings.validationFraction(), settings.seed());
    this.loop =
        new TrainingLoop<>(
            engine,
            new ClipTask(
                engine,
                new JepaObjective(
                    new Jepa(TinyJepa.normalized()),
                    objective,
                    settings.batch(),
                    settings.clipFrames()),
                settings,
                new TrainingData(data, split)),
            "run");
    this.checkpoint = checkpoint;
    this.stopAfter = stopAfter;
  }

  /** An average target, SIGReg and rollouts: everything that could forget to resume. */
  static ObjectiveSettings objective() {
    return ObjectiveSettings.of(
        new ObjectiveWeights(1, 0.5f, 0.1f, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0), TargetEncoder.AVERAGED);
  }

  TrainingResult start() throws InterruptedException {
    return train(loop.fresh());
  }

  TrainingResult resume() throws InterruptedException {
    return train(loop.resumed(checkpoint));
  }

  private TrainingResult train(TrainingState start) throws InterruptedException {
    ExecutorService batches = Executors.newSingleThreadExecutor();
    try {
      return loop.train(
          start,
          checkpoint,
          batches,
          () -> of(TrainingEvent.Stepped.class).size() >= stopAfter,
          events::add);
    } finally {
      batches.shutdownNow();
    }
  }

  <E extends TrainingEvent> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The losses of every step taken. */
  List<Map<String, Float>> losses() {
    return of(TrainingEvent.Stepped.class).stream().map(TrainingEvent.Stepped::losses).toList();
  }
}
