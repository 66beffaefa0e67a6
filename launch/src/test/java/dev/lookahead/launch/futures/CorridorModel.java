package dev.lookahead.launch.futures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.World;
import dev.lookahead.sim.forkedcorridor.ForkedCorridor;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.energy.Energy;
import dev.lookahead.worldmodel.energy.Expectation;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.energy.Risk;
import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.jepa.GoalCost;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaLatents;
import dev.lookahead.worldmodel.jepa.JepaWorldModel;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.objective.ObjectiveWeights;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.predictor.CausalPredictor;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import dev.lookahead.worldmodel.training.ClipTask;
import dev.lookahead.worldmodel.training.LatentCache;
import dev.lookahead.worldmodel.training.TrainingData;
import dev.lookahead.worldmodel.training.TrainingLoop;
import dev.lookahead.worldmodel.training.TrainingResult;
import dev.lookahead.worldmodel.training.TrainingSettings;
import dev.lookahead.worldmodel.training.TrainingStatus;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The dynamics of the forked corridor, learned on the spot on the latents of {@link
 * CorridorEncoder}.
 */
final class CorridorModel implements AutoCloseable {

  static final World WORLD = new ForkedCorridor();

  /** Environment steps of one action block. */
  static final int BLOCK = 5;

  /** How far one block of full speed leads. */
  static final double BLOCK_METRES = 2;

  private static final int ENCODER_EPISODES = 10;
  private static final int STEPS = 1500;
  private static final int WIDTH = 64;

  private final TensorEngine engine;
  private final JepaConfig config;
  private final ParameterSet parameters;
  private final JepaLatents latents;
  private final FrameRenderer camera = WORLD.renderer(CorridorEncoder.SIZE);

  private CorridorModel(TensorEngine engine, JepaConfig config, ParameterSet parameters) {
    this.engine = engine;
    this.config = config;
    this.parameters = parameters;
    this.latents = new JepaLatents(engine, config, parameters, 1);
  }

  /**
   * Trains.
   *
   * @param cost the weight of the latent variable's cost
   */
  static CorridorModel train(
      Path data, Path folder, @Nullable LatentVariable variable, float cost, long seed)
      throws IOException, InterruptedException {
    TensorEngine engine = new TorchScriptEngine();
    TrainingSettings settings =
        new TrainingSettings(
            STEPS, 128, 2, 1, 2e-3f, 50, 0.02f, 1e-4f, 1f, 0.99f, seed, 0.1, 1, STEPS, STEPS);
    EpisodeDataset episodes = EpisodeDataset.open(data);
    JepaConfig config = config(variable);
    ParameterSet encoder = CorridorEncoder.fit(config, episodes, ENCODER_EPISODES);
    JepaObjective objective =
        new JepaObjective(
            new Jepa(config),
            ObjectiveSettings.of(
                new ObjectiveWeights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, cost), TargetEncoder.FROZEN),
            settings.batch(),
            settings.clipFrames());
    Optional<FrameLatents> cached =
        new LatentCache(engine, objective.jepa(), encoder, folder.resolve("latents"))
            .of(episodes, "corridor", () -> false, count -> {});
    DatasetSplit split =
        DatasetSplit.draw(episodes.size(), settings.validationFraction(), settings.seed());
    TrainingLoop<ClipBatch> loop =
        new TrainingLoop<>(
            engine,
            new ClipTask(engine, objective, settings, new TrainingData(episodes, split, cached)),
            "corridor");
    ExecutorService batches = Executors.newSingleThreadExecutor();
    try {
      TrainingResult result =
          loop.train(loop.fresh(), folder.resolve("checkpoint"), batches, () -> false, event -> {});
      assertThat(result.status()).as(result.reason()).isEqualTo(TrainingStatus.COMPLETED);
      return new CorridorModel(
          engine, config, objective.planning(result.state().parameters().with(encoder.tensors())));
    } finally {
      batches.shutdownNow();
    }
  }

  private static JepaConfig config(@Nullable LatentVariable variable) {
    return new JepaConfig(
        WORLD.actionSpace(),
        new PixelNormalizer(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)),
        CorridorEncoder.architecture(),
        null,
        new ActionEncoder(Standardizer.identity(2), BLOCK, 32, 32),
        new CausalPredictor(1, 2, 32, WIDTH, 2, 2, 8, 2 * WIDTH, false, 0, true),
        false,
        null,
        variable);
  }

  /** The model as a planner sees it. */
  WorldModel planned(Risk risk) {
    return new JepaWorldModel(
        engine, config, parameters, GoalCost.defaults(), new FutureSampling(16, risk, 1));
  }

  History history(double x, double y) {
    return new History(List.of(seen(x, y)), List.of());
  }

  Goal goal(double x, double y) {
    return new Goal(seen(x, y).frame());
  }

  /** Where the robot is in each future, one block of full speed to the right later, in m. */
  List<double[]> ahead(double x, double y) {
    return ways(x, y, 1).stream().map(way -> way[0]).toList();
  }

  /** Where the robot is after each of some blocks of full speed to the right, in m, per future. */
  List<double[][]> ways(double x, double y, int blocks) {
    List<double[][]> ways = new ArrayList<>();
    for (int future = 0; future < latents.futures(); future++) {
      float[] predicted = latents.predict(encode(x, y), right(blocks), blocks, future);
      double[][] way = new double[blocks][];
      for (int block = 0; block < blocks; block++) {
        way[block] = CorridorEncoder.position(predicted, block * latents.latentWidth());
      }
      ways.add(way);
    }
    return ways;
  }

  /** The same as it can come, whatever the coin shows: sixteen tosses. */
  static List<double[][]> truths(double x, double y, int blocks) {
    List<double[][]> ways = new ArrayList<>();
    for (int coin = 0; coin < 16; coin++) {
      double[] state = {x, y, coin};
      double[][] way = new double[blocks][];
      for (int block = 0; block < blocks; block++) {
        for (int step = 0; step < BLOCK; step++) {
          state = WORLD.next(state, new Action(1, 0));
        }
        way[block] = new double[] {state[0], state[1]};
      }
      ways.add(way);
    }
    return ways;
  }

  /** Refuses a place where a robot cannot be. */
  static void check(double[] place) {
    WORLD.checkState(new double[] {place[0], place[1], 0});
  }

  /**
   * What there is to hold against energies: how little places fit having gone right for a block
   * from one place.
   */
  Expectation expected(double x, double y) {
    return Energy.minimum().expect(latents, encode(x, y), right(1));
  }

  /** The latent of a picture of the robot at a place. */
  float[] encode(double x, double y) {
    return latents.encode(seen(x, y).frame().rgb(), FloatBuffer.allocate(0));
  }

  private Observation seen(double x, double y) {
    return new Observation(camera.render(new double[] {x, y, 0}, 0), new Proprioception());
  }

  private static float[] right(int blocks) {
    float[] actions = new float[2 * BLOCK * blocks];
    for (int i = 0; i < actions.length; i += 2) {
      actions[i] = 1;
    }
    return actions;
  }

  @Override
  public void close() {
    latents.close();
  }
}
