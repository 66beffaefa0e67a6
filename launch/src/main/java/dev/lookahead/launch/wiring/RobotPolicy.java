package dev.lookahead.launch.wiring;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The planner on a learned model that drives one robot. Owns the model on its engine. */
final class RobotPolicy implements AutoCloseable {

  private final EvaluationExperiment experiment;
  private final WorldModel model;
  private final Mpc mpc;
  private final String modelHash;

  private RobotPolicy(
      EvaluationExperiment experiment, WorldModel model, Mpc mpc, String modelHash) {
    this.experiment = experiment;
    this.model = model;
    this.mpc = mpc;
    this.modelHash = modelHash;
  }

  /** Reads the model and puts it on its engine. */
  static RobotPolicy open(EvaluationExperiment experiment) throws IOException {
    World world = experiment.world().world();
    LoadedModel loaded = LoadedModel.read(ModelStore.find(experiment.model()), world.actionSpace());
    ControlSettings control = experiment.control();
    WorldModel model = control.open(loaded);
    try {
      return new RobotPolicy(
          experiment, model, control.mpc(model), ModelStore.hash(loaded.bundle().directory()));
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** The sensors that the model was made for. */
  Sensors sensors() {
    WorldModelSpec spec = model.spec();
    List<String> felt =
        spec.proprioceptionSize() == 0 ? List.of() : experiment.world().proprioception();
    return new Sensors(new FrameSize(spec.frameWidth(), spec.frameHeight()), felt);
  }

  /** The SHA-256 of the model's weights. */
  String modelHash() {
    return modelHash;
  }

  /** A policy of its own for a run: equal seeds, goals and observations give equal actions. */
  Policy policy(
      CameraFrame goal, long seed, LongSupplier nanoClock, Consumer<? super MpcEvent> events) {
    return mpc.policy(new Goal(goal), new SplittableRandom(seed), nanoClock, events);
  }

  @Override
  public void close() {
    model.close();
  }
}
