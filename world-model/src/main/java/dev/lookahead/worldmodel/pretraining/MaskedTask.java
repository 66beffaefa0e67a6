package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.episode.PixelSource;
import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.masking.MaskSampler;
import dev.lookahead.worldmodel.masking.MaskSignature;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingEvent;
import dev.lookahead.worldmodel.training.TrainingPlan;
import dev.lookahead.worldmodel.training.TrainingTask;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Pretraining an encoder on masked pixels. Samples and masks of a step are pure functions of seed
 * and step; every signature of the masks is a loss of one training program.
 */
public final class MaskedTask implements TrainingTask<PixelBatch> {

  /** Masks are drawn from another stream than samples and directions. */
  private static final long MASKS = 0x6d61736bL;

  private final PretrainingSettings settings;
  private final PixelSplit data;
  private final MaskSampler masks;
  private final List<MaskSignature> signatures;
  private final List<MaskedObjective> objectives;
  private final TrainingProgram program;
  private final MaskedValidation validation;

  /**
   * Prepares the task.
   *
   * @param engine that validation runs on
   * @param masks over the encoder's grid
   * @throws IllegalArgumentException if encoder, masks and samples do not fit; names both values
   */
  public MaskedTask(
      TensorEngine engine,
      Eye eye,
      MaskSampler masks,
      MaskedSettings objective,
      PretrainingSettings settings,
      PixelSplit data) {
    if (!eye.form().equals(data.form())) {
      throw new IllegalArgumentException(
          "the encoder takes %s, these samples are %s".formatted(eye.form(), data.form()));
    }
    if (!masks.grid().equals(eye.encoder().grid())) {
      throw new IllegalArgumentException(
          "the encoder's tokens stand on %s, the masks are for %s"
              .formatted(eye.encoder().grid(), masks.grid()));
    }
    this.settings = settings;
    this.data = data;
    this.masks = masks;
    this.signatures = masks.signatures();
    this.objectives =
        signatures.stream()
            .map(each -> new MaskedObjective(eye, objective, each, settings.batch()))
            .toList();
    MaskedObjective any = objectives.get(0);
    this.program =
        new TrainingProgram(
            any.parameters(),
            List.<TensorFunction>copyOf(objectives),
            any.lossNames(),
            any.average().follows(),
            AdamW.defaults().with(settings.weightDecay(), settings.clipNorm()));
    this.validation = new MaskedValidation(engine, this, settings.validationBatches());
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
    return objectives
        .get(0)
        .average()
        .started(
            ParameterSet.initialize(program.parameters(), new SplittableRandom(settings.seed())));
  }

  /** What is kept after training. */
  public TokenModel model() {
    return objectives.get(0).model();
  }

  /** The parameters of {@link #model()}. */
  public ParameterSet kept(ParameterSet trained) {
    return objectives.get(0).kept(trained);
  }

  @Override
  public int trainingItems() {
    return data.training().size();
  }

  @Override
  public int validationItems() {
    return data.validation().size();
  }

  @Override
  public PixelBatch allocate() {
    return new PixelBatch(data.form(), settings.batch(), signatures.get(0));
  }

  @Override
  public void fill(PixelBatch batch, long step) {
    fill(batch, data.training(), step);
  }

  /** The samples and masks of a step, from one side of the split. */
  void fill(PixelBatch batch, PixelSource source, long step) {
    SplittableRandom random = StepRandom.of(settings.seed(), step);
    long maskSeed = settings.seed() ^ MASKS;
    batch.begin(masks.signature(maskSeed, step));
    for (int sample = 0; sample < batch.size(); sample++) {
      source.read(random.nextInt(source.size()), batch.pixels());
      batch.mask(sample, masks.draw(maskSeed, step, sample));
    }
  }

  @Override
  public StepInputs<PixelBatch> inputs(Function<TensorSpec, DeviceTensor> allocate) {
    return new MaskedInputs(objectives, settings.seed(), allocate);
  }

  @Override
  public TrainingEvent.Validated validate(TrainingState state) {
    return validation.run(state);
  }

  /** How tokens of held-out samples differ at the same place, without computing losses. */
  public CollapseReport spread(TrainingState state) {
    return validation.spread(state);
  }

  @Override
  public String collapseAdvice() {
    return "set objective.target to averaged, or give objective.sigReg a weight";
  }

  /** The loss for each signature. */
  List<MaskedObjective> objectives() {
    return objectives;
  }

  /** What is held out. */
  PixelSource held() {
    return data.validation();
  }
}
