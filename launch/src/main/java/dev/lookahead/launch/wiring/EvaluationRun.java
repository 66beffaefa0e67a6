package dev.lookahead.launch.wiring;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.PolicyRow;
import dev.lookahead.launch.evaluation.RowEvent;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.PairSource;
import dev.lookahead.sim.evaluation.Protocol;
import dev.lookahead.sim.evaluation.ShardedEvaluation;
import dev.lookahead.sim.evaluation.ShardedEvaluation.Shard;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** An evaluation put together: world, protocol, model, policies. */
public final class EvaluationRun {

  private static final String WORLD = "this world";
  private static final FrameSize FRAMES_WITHOUT_MODEL = FrameSize.square(64);

  private final EvaluationExperiment experiment;
  private final BundledProtocols.Found found;
  private final World world;
  private final Optional<LoadedModel> model;
  private final Sensors sensors;
  private final Map<String, Protocol> protocols;
  private final RosGraph graph;
  private OptionalLong missedSteps = OptionalLong.empty();

  /**
   * Reads protocol and model, and draws the fresh pairs.
   *
   * @param graph where a robot in a ROS graph is
   * @throws LaunchFailure if one of them does not exist, or fresh pairs are asked of a protocol
   *     that cannot be drawn, or the model learned at another rate than the world's
   * @throws DataException if the protocol is malformed or does not fit the world
   * @throws CheckpointException if the model is damaged or made for another robot
   */
  public EvaluationRun(EvaluationExperiment experiment, RosGraph graph) throws IOException {
    this.experiment = experiment;
    this.graph = graph;
    this.world = experiment.world().world();
    this.found = BundledProtocols.find(experiment.protocol());
    this.model =
        experiment.policy() == PolicyChoice.MODEL
            ? Optional.of(
                LoadedModel.read(ModelStore.find(experiment.model()), world.actionSpace()))
            : Optional.empty();
    model.ifPresent(
        learned ->
            FrameRate.require(
                learned.bundle().manifest(),
                world.controlPeriodNanos(),
                WORLD,
                experiment.anyRate(),
                "give the world the rate of the model, or take a model that learned at its rate"));
    this.sensors = sensors();
    this.protocols = protocols();
  }

  /** The world, for drawing its states. */
  public World world() {
    return world;
  }

  /** The model under test, if there is one. */
  public Optional<LoadedModel> model() {
    return model;
  }

  /** What to tell somebody who evaluates at another rate than the model learned at all the same. */
  public Optional<String> rateWarning() {
    return model.flatMap(
        learned -> FrameRate.other(learned.bundle().manifest(), world.controlPeriodNanos(), WORLD));
  }

  /** What the policy under test is called. */
  public String subject() {
    return EvaluatedPolicies.subject(experiment);
  }

  /** The size of the frames that the policies see. */
  public FrameSize frameSize() {
    return sensors.frameSize();
  }

  /**
   * On how many steps of the run a robot in a graph had no new command in time, so that the world
   * went on without one; empty without such a robot.
   */
  public OptionalLong missedSteps() {
    return missedSteps;
  }

  /** What the protocol's file says about its numbers. */
  public String protocolNote() {
    return found.note();
  }

  /**
   * Evaluates the policy under test on all pairs, and beside it random actions and the expert.
   *
   * @param stopRequested ends it early; rows then hold the episodes that are complete, and what has
   *     none is left out
   * @param nanoClock measures planning; thread-safe
   * @param events is told by one thread at a time
   */
  public List<EvaluatedProtocol> run(
      BooleanSupplier stopRequested, LongSupplier nanoClock, Consumer<RowEvent> events)
      throws IOException, InterruptedException {
    List<EvaluatedProtocol> evaluated = new ArrayList<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(experiment.workers(), task -> new Thread(task, "episodes"));
    try (EvaluatedPolicies policies =
        new EvaluatedPolicies(experiment, world, sensors, model, graph)) {
      for (Map.Entry<String, Protocol> pairs : protocols.entrySet()) {
        Protocol protocol = pairs.getValue();
        List<PolicyRow> rows = new ArrayList<>();
        for (Map.Entry<String, List<Shard>> policy : policies.byName().entrySet()) {
          String name = policy.getKey();
          int episodes = protocol.episodes().size();
          ShardedEvaluation evaluation =
              new ShardedEvaluation(
                  policy.getValue(),
                  threads,
                  experiment.seed(),
                  nanoClock,
                  event -> events.accept(new RowEvent(pairs.getKey(), name, episodes, event)));
          List<EpisodeResult> results = evaluation.run(protocol, stopRequested);
          if (!results.isEmpty()) {
            rows.add(new PolicyRow(name, results));
          }
        }
        missedSteps = policies.missedSteps();
        if (!rows.isEmpty()) {
          evaluated.add(new EvaluatedProtocol(pairs.getKey(), protocol, rows));
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return evaluated;
  }

  private Sensors sensors() {
    if (model.isEmpty()) {
      return new Sensors(FRAMES_WITHOUT_MODEL, List.of());
    }
    WorldModelSpec spec = model.get().config().spec();
    List<String> felt =
        spec.proprioceptionSize() == 0 ? List.of() : experiment.world().proprioception();
    if (felt.size() != spec.proprioceptionSize()) {
      throw new CheckpointException(
          model.get().bundle().directory(),
          "in '%s' a robot feels %s, this model was made for %d values"
              .formatted(world.name(), felt, spec.proprioceptionSize()));
    }
    return new Sensors(new FrameSize(spec.frameWidth(), spec.frameHeight()), felt);
  }

  private Map<String, Protocol> protocols() {
    Map<String, Protocol> chosen = new LinkedHashMap<>();
    Protocol given = found.protocol();
    int episodes = experiment.episodes().orElse(given.episodes().size());
    if (episodes > 0) {
      chosen.put("given", given.first(episodes));
    }
    if (experiment.freshEpisodes() > 0) {
      chosen.put(
          "fresh",
          given.withEpisodes(
              fresh().draw(experiment.freshEpisodes(), new SplittableRandom(experiment.seed()))));
    }
    Simulator simulator = new EmbeddedSimulator(world, sensors, experiment.seed());
    try {
      chosen.values().forEach(protocol -> protocol.check(simulator));
    } catch (IllegalArgumentException misfit) {
      throw new LaunchFailure(
          ExitCode.DATA,
          experiment.protocol() + ": " + misfit.getMessage(),
          "choose a protocol of the world " + world.name());
    }
    return chosen;
  }

  private PairSource fresh() {
    return found
        .fresh()
        .orElseThrow(
            () ->
                new LaunchFailure(
                    ExitCode.USAGE,
                    "fresh pairs can be drawn for %s, not for %s"
                        .formatted(
                            String.join(", ", BundledProtocols.names()), experiment.protocol()),
                    "leave --fresh away, or name one of these protocols"));
  }
}
