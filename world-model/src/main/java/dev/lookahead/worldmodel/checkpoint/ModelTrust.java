package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far ahead a model's predictions were found to be of use, recording by recording: the content
 * of {@code trust.json} in its bundle.
 *
 * @param formatVersion of this layout
 * @param weightsSha256 the weights that were measured
 * @param horizons one per recording
 */
public record ModelTrust(int formatVersion, String weightsSha256, List<Horizon> horizons) {

  /** The name of the file. */
  static final String FILE = "trust.json";

  private static final int FORMAT_VERSION = 1;

  /** Copies the list. */
  public ModelTrust {
    horizons = List.copyOf(horizons);
  }

  /**
   * What was measured on one recording.
   *
   * @param dataset its name, for people
   * @param datasetSha256 of its content
   * @param episodes how many were measured
   * @param steps the environment steps for which predictions beat assuming that nothing changes
   * @param measuredSteps how far was measured; equal to steps if the end of trust was not found
   */
  public record Horizon(
      String dataset, String datasetSha256, int episodes, int steps, int measuredSteps) {

    /** Checks the numbers. */
    public Horizon {
      if (episodes < 1 || steps < 0 || measuredSteps < steps) {
        throw new IllegalArgumentException(
            "a trusted horizon has at least 1 episode and 0 <= steps <= measuredSteps, got %d, %d and %d"
                .formatted(episodes, steps, measuredSteps));
      }
    }

    /** Whether the model may be trusted farther than was measured. */
    public boolean openEnded() {
      return steps == measuredSteps;
    }
  }

  /** Nothing known about some weights. */
  static ModelTrust none(String weightsSha256) {
    return new ModelTrust(FORMAT_VERSION, weightsSha256, List.of());
  }

  /**
   * What a bundle says.
   *
   * @param weightsSha256 its weights; what was measured of others counts for nothing
   * @throws IllegalArgumentException if the file is malformed
   * @throws IOException if it cannot be read
   */
  static ModelTrust read(Path bundle, String weightsSha256) throws IOException {
    Path file = bundle.resolve(FILE);
    if (!Files.exists(file)) {
      return none(weightsSha256);
    }
    ModelTrust found = VersionedJson.read(file, FORMAT_VERSION, ModelTrust.class);
    return found.weightsSha256.equals(weightsSha256) ? found : none(weightsSha256);
  }

  /** With one more recording, in place of what was known of the same. */
  ModelTrust with(Horizon horizon) {
    List<Horizon> all = new ArrayList<>(horizons);
    all.removeIf(known -> known.datasetSha256().equals(horizon.datasetSha256()));
    all.add(horizon);
    return new ModelTrust(formatVersion, weightsSha256, all);
  }

  /** The recording on which the model was trusted farthest; empty if it was never measured. */
  public Optional<Horizon> farthest() {
    return horizons.stream().max(Comparator.comparingInt(Horizon::steps));
  }
}
