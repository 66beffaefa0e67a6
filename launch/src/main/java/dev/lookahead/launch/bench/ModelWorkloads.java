package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.jepa.Encode;
import dev.lookahead.worldmodel.jepa.GoalCost;
import dev.lookahead.worldmodel.jepa.Imagine;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a {@link ReferenceModel} does on an engine. Parameters are random: speed does not depend on
 * them.
 *
 * @param engine where
 * @param width of the model
 */
record ModelWorkloads(TensorEngine engine, int width) {

  static final int CANDIDATES = 512;
  static final int BLOCKS = 10;
  private static final int FRAMES = 256;
  private static final int CLIPS = 64;
  private static final int CLIP_FRAMES = 4;

  /** Rolls candidates out and scores the last latent. */
  Workload rollout() {
    Jepa jepa = jepa();
    Imagine imagine =
        new Imagine(
            jepa,
            GoalCost.defaults(),
            1,
            CANDIDATES,
            BLOCKS * ReferenceModel.BLOCK_STEPS,
            Imagine.Result.COSTS);
    return evaluation(
        "rollout",
        "%d x %d blocks, width %d".formatted(CANDIDATES, BLOCKS, width),
        imagine,
        CANDIDATES,
        "rollouts");
  }

  /** Encodes frames. */
  Workload encode() {
    return evaluation(
        "encode",
        "%d frames, width %d".formatted(FRAMES, width),
        new Encode(jepa(), FRAMES),
        FRAMES,
        "frames");
  }

  /** Loss, gradient, clip and AdamW over a batch of clips. */
  Workload trainingStep() {
    JepaObjective objective =
        new JepaObjective(jepa(), ObjectiveSettings.defaults(), CLIPS, CLIP_FRAMES);
    TrainingProgram program = objective.program(AdamW.defaults());
    TrainingState start =
        TrainingState.initial(program, objective.initialize(new SplittableRandom(1)));
    TrainingSession session = engine.train(program, start);
    List<DeviceTensor> inputs = objective.inputs().stream().map(session::allocate).toList();
    RandomInputs.fill(inputs, new SplittableRandom(2));
    return new Workload(
        "training-step",
        "%d clips of %d frames, width %d".formatted(CLIPS, CLIP_FRAMES, width),
        FlopCounter.trainingStep(program),
        CLIPS,
        "clips",
        () -> session.step(inputs, 1e-5f, 0.99f),
        session::close);
  }

  private Workload evaluation(
      String name, String detail, TensorFunction function, int items, String unit) {
    Jepa jepa = jepa();
    ParameterSet parameters = ParameterSet.initialize(jepa.parameters(), new SplittableRandom(1));
    TensorSession session = engine.open(parameters, List.of(function));
    List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
    RandomInputs.fill(inputs, new SplittableRandom(2));
    return new Workload(
        name,
        detail,
        FlopCounter.evaluation(function, jepa.parameters()),
        items,
        unit,
        () -> session.run(function.name(), inputs).forEach(DeviceTensor::close),
        session::close);
  }

  private Jepa jepa() {
    return new Jepa(ReferenceModel.of(width));
  }
}
