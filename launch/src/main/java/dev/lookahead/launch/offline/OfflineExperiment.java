package dev.lookahead.launch.offline;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.planner.Setting;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSettings;
import java.nio.file.Path;

/**
 * Everything {@code lookahead rollout} can be told.
 *
 * @param model a bundled model's name, or the directory of a bundle
 * @param dataset a recording in any form
 * @param mapping what of the recording is what
 * @param anyRate whether a recording is taken whose frames are not as far apart as those that the
 *     model learned from
 * @param episodes how many are measured, from the first; 0 for all
 * @param measure what is measured of the model
 * @param actionScore what is measured of a planner with it
 * @param engine what computes
 */
public record OfflineExperiment(
    String model,
    Path dataset,
    RecordingMapping mapping,
    boolean anyRate,
    int episodes,
    RolloutSettings measure,
    ActionScoreSettings actionScore,
    EngineChoice engine) {

  /** Checks the range. */
  public OfflineExperiment {
    Setting.inRange("episodes", episodes, 0, 1_000_000);
  }

  /** The bundled Two-Room model on the dataset that {@code collect two-room} makes. */
  public static OfflineExperiment defaults() {
    return new OfflineExperiment(
        "two-room",
        Path.of("runs/data/two-room"),
        RecordingMapping.defaults(),
        false,
        0,
        RolloutSettings.defaults(),
        ActionScoreSettings.defaults(),
        EngineChoice.TORCHSCRIPT);
  }
}
