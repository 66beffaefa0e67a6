package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.training.TrainingSettings;
import java.nio.file.Path;

/**
 * Everything {@code lookahead train} can be told.
 *
 * @param data the folder of recorded episodes
 * @param model what is trained
 * @param objective what it is trained for
 * @param training how long and how fast
 * @param engine what computes: {@code torchscript}, or {@code eager} as a second opinion
 */
public record TrainingExperiment(
    Path data,
    ModelSettings model,
    ObjectiveSettings objective,
    TrainingSettings training,
    EngineChoice engine) {

  /** The defaults of every part, over the data of the Two-Room preset. */
  public static TrainingExperiment defaults() {
    return new TrainingExperiment(
        Path.of("runs/data/two-room"),
        ModelSettings.defaults(),
        ObjectiveSettings.defaults(),
        TrainingSettings.defaults(),
        EngineChoice.TORCHSCRIPT);
  }
}
