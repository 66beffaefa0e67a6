package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything {@code lookahead train} can be told.
 *
 * @param data the folder of recorded episodes
 * @param model what is trained
 * @param objective what it is trained for
 * @param training how long and how fast
 * @param frozen an encoder that is given and not trained, in place of the model's pixels and
 *     vision; exactly if the objective's target is {@code frozen}
 * @param engine what computes: {@code torchscript}, or {@code eager} as a second opinion
 */
public record TrainingExperiment(
    Path data,
    ModelSettings model,
    ObjectiveSettings objective,
    TrainingSettings training,
    Optional<FrozenEncoder> frozen,
    EngineChoice engine) {

  /** Refuses a frozen target without an encoder, and an encoder that nobody asked for. */
  public TrainingExperiment {
    boolean asked = objective.target() == TargetEncoder.FROZEN;
    if (asked != frozen.isPresent()) {
      throw new IllegalArgumentException(
          asked
              ? "objective.target frozen needs frozen.model, the folder of an encoder; there is none"
              : "frozen.model needs objective.target frozen, got " + objective.target());
    }
  }

  /** The defaults of every part, over the data of the Two-Room preset. */
  public static TrainingExperiment defaults() {
    return new TrainingExperiment(
        Path.of("runs/data/two-room"),
        ModelSettings.defaults(),
        ObjectiveSettings.defaults(),
        TrainingSettings.defaults(),
        Optional.empty(),
        EngineChoice.TORCHSCRIPT);
  }
}
