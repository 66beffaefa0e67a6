package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link Jepa} on a tensor engine, as a planner sees it. Context and goal are encoded once per
 * planning call; then per iteration one array of actions goes in and one array of costs comes out.
 *
 * <p>A model with a latent variable rolls every candidate out into several futures; its cost is
 * what {@link FutureSampling} makes of theirs.
 *
 * <p>Rollouts are compiled per number of candidates and horizon; the last few are kept. Thread: one
 * at a time.
 */
public final class JepaWorldModel implements WorldModel {

  /**
   * Sizes a planner alternates between: a population that decays has another one every iteration.
   * Each holds a copy of the predictor in device memory.
   */
  private static final int PROGRAMS_KEPT = 16;

  private final TensorEngine engine;
  private final Jepa jepa;
  private final GoalCost cost;
  private final FutureSampling sampling;
  private final WorldModelSpec spec;
  private final ParameterSet dynamics;
  private final TensorSession observing;
  private final List<DeviceTensor> observed;
  private final ByteBuffer frames;
  private final float[] proprioception;
  private final Map<Imagine, ImagineProgram> programs = new LinkedHashMap<>(8, 0.75f, true);

  /** Prepares the model on an engine, with the default sampling of futures. */
  public JepaWorldModel(
      TensorEngine engine, JepaConfig config, ParameterSet parameters, GoalCost cost) {
    this(engine, config, parameters, cost, FutureSampling.defaults());
  }

  /**
   * Prepares the model on an engine.
   *
   * @param parameters at least those of {@link Jepa#parameters()}
   * @param cost how far a latent is from a goal
   * @param sampling how several futures are looked at; a model without a latent variable has one
   * @throws IllegalArgumentException if parameters are missing or misshapen, or the cost needs a
   *     distance head that the model lacks
   */
  public JepaWorldModel(
      TensorEngine engine,
      JepaConfig config,
      ParameterSet parameters,
      GoalCost cost,
      FutureSampling sampling) {
    if (cost.blocksToGo() > 0 && config.distance() == null) {
      throw new IllegalArgumentException(
          "this model has no temporal distance head; set the cost's blocksToGo to 0, got "
              + cost.blocksToGo());
    }
    this.engine = engine;
    this.jepa = new Jepa(config);
    this.cost = cost;
    this.sampling = sampling;
    this.spec = config.spec();
    ParameterSet own = jepa.select(parameters);
    own.check(jepa.parameters());
    this.dynamics = without(own, Jepa.ENCODER);
    Observe observe = new Observe(jepa, cost);
    this.observing = engine.open(without(own, Jepa.PREDICTOR), List.of(observe));
    this.observed = observe.inputs().stream().map(observing::allocate).toList();
    this.frames =
        ByteBuffer.allocateDirect(observe.inputs().get(0).shape().count())
            .order(ByteOrder.nativeOrder());
    this.proprioception = new float[(spec.contextFrames() + 1) * spec.proprioceptionSize()];
  }

  private static ParameterSet without(ParameterSet all, String prefix) {
    Map<String, HostTensor> rest = new LinkedHashMap<>(all.tensors());
    rest.keySet().removeIf(name -> name.startsWith(prefix));
    return new ParameterSet(rest);
  }

  @Override
  public WorldModelSpec spec() {
    return spec;
  }

  @Override
  public Rollouts rollouts(History history, Goal goal) {
    spec.check(history);
    spec.check(goal.image());
    frames.clear();
    int at = 0;
    for (Observation observation : history.observations()) {
      frames.put(observation.frame().rgb());
      float[] felt = observation.proprioception().toArray();
      System.arraycopy(felt, 0, proprioception, at, felt.length);
      at += felt.length;
    }
    frames.put(goal.image().rgb());
    observed.get(0).write(frames.flip());
    if (observed.size() > 1) {
      observed.get(1).write(proprioception);
    }
    List<DeviceTensor> outputs = observing.run(Observe.NAME, observed);
    try (DeviceTensor context = outputs.get(0);
        DeviceTensor target = outputs.get(1);
        DeviceTensor distance = outputs.get(2)) {
      Situation situation =
          new Situation(context.toArray(), target.toArray(), flatten(history.executed()));
      return new JepaRollouts(this, situation, distance.toArray()[0]);
    }
  }

  /** The program of one size, compiled at its first use. */
  ImagineProgram program(int candidates, int horizon, Imagine.Result result) {
    int futures = jepa.config().latentVariable() == null ? 1 : sampling.count();
    Imagine function =
        new Imagine(jepa, cost, spec.contextFrames(), candidates, horizon, result, futures);
    ImagineProgram known = programs.get(function);
    if (known != null) {
      return known;
    }
    if (programs.size() == PROGRAMS_KEPT) {
      var eldest = programs.entrySet().iterator();
      eldest.next().getValue().close();
      eldest.remove();
    }
    ImagineProgram fresh = new ImagineProgram(engine, dynamics, function, sampling);
    programs.put(function, fresh);
    return fresh;
  }

  @Override
  public void close() {
    programs.values().forEach(ImagineProgram::close);
    programs.clear();
    observing.close();
  }

  private float[] flatten(List<ActionBlock> executed) {
    int size = spec.actionSpace().size();
    float[] flat = new float[executed.size() * spec.blockSteps() * size];
    int at = 0;
    for (ActionBlock block : executed) {
      for (Action action : block.actions()) {
        System.arraycopy(action.toArray(), 0, flat, at, size);
        at += size;
      }
    }
    return flat;
  }
}
