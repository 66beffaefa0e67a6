package dev.lookahead.launch.wiring;

import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.evaluation.rollout.LatentModel;
import dev.lookahead.worldmodel.jepa.GoalCost;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaConfigJson;
import dev.lookahead.worldmodel.jepa.JepaLatents;
import dev.lookahead.worldmodel.jepa.JepaWorldModel;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A model bundle that fits the robot, ready to be put on an engine. */
public final class LoadedModel {

  private final ModelBundle bundle;
  private final JepaConfig config;
  private final ParameterSet parameters;

  private LoadedModel(ModelBundle bundle, JepaConfig config, ParameterSet parameters) {
    this.bundle = bundle;
    this.config = config;
    this.parameters = parameters;
  }

  /**
   * Reads a bundle.
   *
   * @param actions what the robot accepts
   * @throws CheckpointException if the bundle is damaged, or made for another action space; names
   *     both
   */
  public static LoadedModel read(Path directory, ActionSpace actions) {
    ModelBundle.open(directory).requireActionSpace(actions);
    return read(directory);
  }

  /**
   * Reads a bundle for whatever robot.
   *
   * @throws CheckpointException if the bundle is damaged
   */
  public static LoadedModel read(Path directory) {
    ModelBundle bundle = ModelBundle.open(directory);
    JepaConfig config;
    try {
      config = JepaConfigJson.read(bundle.manifest().model());
    } catch (IllegalArgumentException malformed) {
      throw new CheckpointException(directory, String.valueOf(malformed.getMessage()), malformed);
    }
    return new LoadedModel(bundle, config, bundle.parameters(new Jepa(config).parameters()));
  }

  /** The bundle it came from. */
  public ModelBundle bundle() {
    return bundle;
  }

  /** What it expects and accepts, and what it is made of. */
  public JepaConfig config() {
    return config;
  }

  /**
   * What to tell somebody who plans farther ahead than this model was found to be of use; empty if
   * they do not, or nobody measured.
   */
  public Optional<String> horizonWarning(MpcConfig planning) {
    return bundle
        .trust()
        .farthest()
        .filter(known -> !known.openEnded() && planning.horizonSteps() > known.steps())
        .map(
            known ->
                "plans look %d steps ahead, but predictions of this model are of use for %d (%d episodes of %s); see lookahead rollout"
                    .formatted(
                        planning.horizonSteps(), known.steps(), known.episodes(), known.dataset()));
  }

  /** What a report says of it, by name. */
  Map<String, String> facts() {
    Provenance provenance = bundle.manifest().provenance();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("weights SHA-256", bundle.weightsSha256());
    facts.put("parameters", "%,d".formatted(parameterCount()));
    facts.put("trained on", provenance.dataDescription());
    facts.put("steps", Long.toString(provenance.steps()));
    facts.put("wall time", "%.0f s".formatted(provenance.wallSeconds()));
    facts.put("commit", provenance.sourceCommit());
    return facts;
  }

  /** How many numbers were learned. */
  public long parameterCount() {
    return parameters.tensors().values().stream().mapToLong(t -> t.shape().count()).sum();
  }

  /**
   * Puts the model on an engine; may be done several times, once per thread.
   *
   * @param sampling how several futures are looked at, if it has a latent variable
   * @return closed by the caller
   * @throws IllegalArgumentException if the cost needs a part that the model lacks
   */
  public WorldModel open(EngineChoice engine, GoalCost cost, FutureSampling sampling) {
    return new JepaWorldModel(engine.engine(), config, parameters, cost, sampling);
  }

  /**
   * Puts the model on an engine to be measured.
   *
   * @param batch how many frames or contexts go through at once
   * @return closed by the caller
   */
  public LatentModel latents(EngineChoice engine, int batch) {
    return new JepaLatents(engine.engine(), config, parameters, batch);
  }
}
