package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.ClipSampler;
import dev.lookahead.worldmodel.episode.ClipSpec;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Learning a world model from clips of recorded episodes. */
public final class ClipTask implements TrainingTask<ClipBatch> {

  private final JepaObjective objective;
  private final TrainingSettings settings;
  private final TrainingData data;
  private final ClipSampler sampler;
  private final Validation validation;
  private final TrainingProgram program;

  /**
   * Prepares the task.
   *
   * @param engine that validation runs on
   * @throws DataException if the episodes do not fit the model, or none is long enough for a clip
   */
  public ClipTask(
      TensorEngine engine, JepaObjective objective, TrainingSettings settings, TrainingData data) {
    data.requireFor(objective);
    this.objective = objective;
    this.settings = settings;
    this.data = data;
    this.sampler =
        new ClipSampler(
            data.dataset(), data.split().training(), clips(objective, settings), settings.seed());
    this.validation = new Validation(engine, objective, settings, data);
    this.program =
        objective.program(AdamW.defaults().with(settings.weightDecay(), settings.clipNorm()));
  }

  /** The clips that settings and objective ask for. */
  static ClipSpec clips(JepaObjective objective, TrainingSettings settings) {
    ClipSpec clips =
        ClipSpec.of(settings.clipFrames(), objective.jepa().config().actions().blockSteps());
    return objective.settings().weights().temporalDistance() > 0
        ? clips.withGoal(settings.goalSteps())
        : clips;
  }

  @Override
  public TrainingPlan plan() {
    return settings.plan();
  }

  @Override
  public TrainingProgram program() {
    return program;
  }

  @Override
  public ParameterSet initialize() {
    return objective.initialize(new SplittableRandom(settings.seed()));
  }

  @Override
  public int trainingItems() {
    return data.split().training().size();
  }

  @Override
  public int validationItems() {
    return data.split().validation().size();
  }

  @Override
  public ClipBatch allocate() {
    return sampler.allocate(settings.batch());
  }

  @Override
  public void fill(ClipBatch batch, long step) {
    sampler.fill(batch, step);
  }

  @Override
  public StepInputs<ClipBatch> inputs(Function<TensorSpec, DeviceTensor> allocate) {
    return new ObjectiveInputs(objective, data.latents(), settings.seed(), allocate);
  }

  @Override
  public TrainingEvent.Validated validate(TrainingState state) {
    return validation.run(state);
  }

  @Override
  public String collapseAdvice() {
    return "give sigReg or variance and covariance more weight, or set target to averaged";
  }
}
