package dev.lookahead.sim.collect;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.StateAxis;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetOrigin;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.episode.EpisodeWriter;
import dev.lookahead.worldmodel.episode.SignalAxis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Records episodes of one world by a recipe. */
public final class EpisodeCollector {

  private final World world;
  private final Sensors sensors;
  private final CollectionRecipe recipe;
  private final DatasetSpec spec;

  /**
   * A collector.
   *
   * @param sensors the camera's frame size and what the robot feels
   * @throws IllegalArgumentException if the robot is to feel a state axis that the world lacks
   */
  public EpisodeCollector(World world, Sensors sensors, CollectionRecipe recipe) {
    this.world = world;
    this.sensors = sensors;
    this.recipe = recipe;
    List<SignalAxis> states = world.stateAxes().stream().map(EpisodeCollector::signal).toList();
    List<SignalAxis> felt =
        Arrays.stream(sensors.indices(world.stateAxes())).mapToObj(states::get).toList();
    this.spec =
        new DatasetSpec(
            world.name(),
            sensors.frameSize().width(),
            sensors.frameSize().height(),
            world.controlPeriodNanos(),
            world.actionSpace(),
            states,
            felt);
  }

  private static SignalAxis signal(StateAxis axis) {
    return new SignalAxis(axis.name(), axis.unit());
  }

  /**
   * Records until the dataset is complete or somebody stops it; continues a dataset of the same
   * recipe, which lies beside it in {@code recipe.json}. Only the number of episodes may differ.
   *
   * @param stop asked after every episode
   * @return the number of complete episodes in the dataset
   * @throws DataException if the directory holds episodes of something else
   * @throws IOException if the disk refuses
   */
  public int collect(Path directory, BooleanSupplier stop, Consumer<CollectionEvent> events)
      throws IOException {
    DatasetOrigin asked = origin();
    Optional<DatasetOrigin> found = DatasetOrigin.read(directory);
    found.ifPresent(recorded -> asked.requireSame(directory, recorded));
    try (EpisodeWriter writer = EpisodeWriter.open(directory, spec)) {
      if (writer.size() > 0) {
        requireOwn(directory, writer.size() - 1);
      }
      if (found.isEmpty()) {
        asked.write(directory);
      }
      EmbeddedSimulator simulator = new EmbeddedSimulator(world, sensors, recipe.seed());
      EpisodeRecorder recorder = new EpisodeRecorder(spec);
      for (int number = writer.size();
          number < recipe.episodes() && !stop.getAsBoolean();
          number++) {
        Episode episode = record(simulator, recorder, number);
        writer.append(episode);
        events.accept(
            new CollectionEvent.Recorded(number + 1, recipe.episodes(), episode.length()));
      }
      return writer.size();
    }
  }

  private DatasetOrigin origin() {
    Map<String, String> settings = new HashMap<>();
    settings.put("world", world.name());
    world.settings().forEach((name, value) -> settings.put("world." + name, value));
    settings.put("sensors.frameWidth", Integer.toString(sensors.frameSize().width()));
    settings.put("sensors.frameHeight", Integer.toString(sensors.frameSize().height()));
    settings.put("sensors.proprioception", sensors.proprioception().toString());
    settings.put("recipe.steps", Integer.toString(recipe.steps()));
    settings.put("recipe.newGoals", Boolean.toString(recipe.newGoals()));
    settings.put("recipe.seed", Long.toString(recipe.seed()));
    for (int i = 0; i < recipe.actors().size(); i++) {
      settings.put("recipe.actors[" + i + "]", recipe.actors().get(i).toString());
    }
    return DatasetOrigin.of(settings);
  }

  private Episode record(EmbeddedSimulator simulator, EpisodeRecorder recorder, int number) {
    SplittableRandom random = random(number);
    ActorShare actor = recipe.actor(random.nextDouble());
    EpisodeInfo info = new EpisodeInfo(random.nextLong(), actor.description());
    ScriptedPolicy policy = actor.policy(world, random);
    simulator.reset(info.seed());
    recorder.begin(simulator.observe(), simulator.state());
    for (int step = 0; step < recipe.steps(); step++) {
      if (simulator.terminated()) {
        // An episode that begins at its goal has nothing to show yet.
        if (!recipe.newGoals() && step > 0) {
          break;
        }
        simulator.setGoalState(narrow(world.drawGoal(widen(simulator.state()), random)));
      }
      Action action =
          spec.actionSpace().clamp(policy.act(simulator.state(), simulator.goalState()));
      simulator.step(action);
      recorder.step(action, simulator.observe(), simulator.state());
    }
    return recorder.finish(info);
  }

  private SplittableRandom random(int number) {
    // Not seed + number: neighbouring seeds of other recipes would share episodes.
    return new SplittableRandom(
        new SplittableRandom(recipe.seed()).nextLong() ^ (number * 0x9E3779B97F4A7C15L));
  }

  private void requireOwn(Path directory, int number) {
    EpisodeInfo found = EpisodeDataset.open(directory).episode(number).info();
    SplittableRandom random = random(number);
    ActorShare actor = recipe.actor(random.nextDouble());
    EpisodeInfo expected = new EpisodeInfo(random.nextLong(), actor.description());
    if (!found.equals(expected)) {
      throw new DataException(
          directory,
          "it holds episodes of another recipe: episode %d should be %s, is %s"
              .formatted(number, expected, found));
    }
  }

  private static double[] widen(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
