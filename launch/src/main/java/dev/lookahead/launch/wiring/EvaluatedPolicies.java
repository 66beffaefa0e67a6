package dev.lookahead.launch.wiring;

import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.EpisodePolicies;
import dev.lookahead.sim.evaluation.OracleModel;
import dev.lookahead.sim.evaluation.PlannedPolicies;
import dev.lookahead.sim.evaluation.ScriptedPolicies;
import dev.lookahead.sim.evaluation.ShardedEvaluation.Shard;
import dev.lookahead.worldmodel.WorldModel;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The policies of one table: the one under test, the random floor and the expert. Owns the models
 * that were put on an engine for them.
 */
final class EvaluatedPolicies implements AutoCloseable {

  private final EvaluationExperiment experiment;
  private final World world;
  private final Sensors sensors;
  private final Optional<LoadedModel> model;
  private final Optional<RemoteWorld> remote;
  private final List<WorldModel> opened = new ArrayList<>();
  private final Map<String, List<Shard>> byName = new LinkedHashMap<>();

  /**
   * @param model present if the policy under test plans with one
   */
  EvaluatedPolicies(
      EvaluationExperiment experiment,
      World world,
      Sensors sensors,
      Optional<LoadedModel> model,
      RosGraph graph)
      throws IOException, InterruptedException {
    this.experiment = experiment;
    this.world = world;
    this.sensors = sensors;
    this.model = model;
    this.remote =
        experiment.robot() instanceof ChosenRobot.Ros1Robot chosen
            ? Optional.of(RemoteWorld.open(graph, chosen, world, sensors, experiment.seed()))
            : Optional.empty();
    addSubject();
    add("random", simulator -> ScriptedPolicies.random(world));
    add("expert", simulator -> ScriptedPolicies.expert(world));
  }

  /** What the policy under test is called. */
  static String subject(EvaluationExperiment experiment) {
    String policy =
        switch (experiment.policy()) {
          case MODEL ->
              experiment.control().planner().name()
                  + " on "
                  + Path.of(experiment.model()).getFileName();
          case ORACLE -> experiment.control().planner().name() + " on true dynamics";
          case EXPERT -> "expert";
          case RANDOM -> "random";
        };
    return experiment.robot() instanceof ChosenRobot.Ros1Robot ? policy + " over ROS" : policy;
  }

  /** The policies by name, the one under test first; each in one shard per worker. */
  Map<String, List<Shard>> byName() {
    return byName;
  }

  /**
   * How many steps a robot in a graph took on its own so far, because a command came late; empty
   * for a simulator of this process, which waits.
   */
  OptionalLong missedSteps() {
    return remote
        .map(world -> OptionalLong.of(world.simulator().missedSteps()))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public void close() {
    remote.ifPresent(RemoteWorld::close);
    opened.forEach(WorldModel::close);
  }

  private Function<Simulator, EpisodePolicies> subjectPolicies() {
    return switch (experiment.policy()) {
      case MODEL -> simulator -> planned(openModel());
      case ORACLE -> simulator -> planned(new OracleModel(world, simulator, oracleBlockSteps()));
      case EXPERT -> simulator -> ScriptedPolicies.expert(world);
      case RANDOM -> simulator -> ScriptedPolicies.random(world);
    };
  }

  /** The policy under test, on the robot that was chosen; the others show what is possible. */
  private void addSubject() {
    if (remote.isEmpty()) {
      add(subject(experiment), subjectPolicies());
    } else {
      Simulator simulator = remote.get().simulator();
      Shard shard = new Shard(simulator, subjectPolicies().apply(simulator));
      byName.put(subject(experiment), List.of(shard));
    }
  }

  private void add(String name, Function<Simulator, EpisodePolicies> policies) {
    if (byName.containsKey(name)) {
      return;
    }
    List<Shard> shards = new ArrayList<>();
    for (int worker = 0; worker < experiment.workers(); worker++) {
      Simulator simulator = new EmbeddedSimulator(world, sensors, experiment.seed());
      shards.add(new Shard(simulator, policies.apply(simulator)));
    }
    byName.put(name, shards);
  }

  private PlannedPolicies planned(WorldModel worldModel) {
    return new PlannedPolicies(experiment.control().mpc(worldModel));
  }

  private WorldModel openModel() {
    ControlSettings control = experiment.control();
    WorldModel worldModel = control.open(model.orElseThrow());
    opened.add(worldModel);
    return worldModel;
  }

  /** The longest block that fits both the horizon and what is executed of it. */
  private int oracleBlockSteps() {
    MpcConfig mpc = experiment.control().mpc();
    return BigInteger.valueOf(mpc.horizonSteps())
        .gcd(BigInteger.valueOf(mpc.executeSteps()))
        .intValue();
  }
}
