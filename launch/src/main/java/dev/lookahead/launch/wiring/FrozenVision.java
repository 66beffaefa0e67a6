package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.StandardizedEncoder;
import dev.lookahead.worldmodel.encoder.VisionEncoder;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.episode.RunningStatistics;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.family.TokenModelJson;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The encoder of a bundle as the vision of a world model. */
final class FrozenVision {

  private final Path directory;
  private final TokenModel model;
  private final EncoderBundle bundle;
  private final PatchEncoder patches;
  private final boolean standardized;

  private FrozenVision(
      Path directory,
      TokenModel model,
      EncoderBundle bundle,
      PatchEncoder patches,
      boolean standardized) {
    this.directory = directory;
    this.model = model;
    this.bundle = bundle;
    this.patches = patches;
    this.standardized = standardized;
  }

  /**
   * Opens an encoder.
   *
   * @throws LaunchFailure if there is none
   * @throws CheckpointException if it is damaged, or has no encoder of patch tokens
   */
  static FrozenVision open(FrozenEncoder frozen) {
    Path directory = frozen.model();
    if (!EncoderBundle.isAt(directory)) {
      throw new LaunchFailure(
          ExitCode.MODEL,
          "there is no encoder in " + directory,
          "make one: lookahead pretrain two-room, or lookahead import; then name its folder:"
              + " frozen.model=FOLDER");
    }
    EncoderBundle bundle = EncoderBundle.open(directory);
    try {
      TokenModel model = TokenModelJson.read(bundle.manifest().model());
      return new FrozenVision(
          directory,
          model,
          bundle,
          new PatchEncoder(model.requireEncoder(), frozen.normalize()),
          frozen.standardize());
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(directory, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** How bytes become its input. */
  PixelNormalizer pixels() {
    return model.pixels();
  }

  /** Frames to the visual part of latents. */
  VisionEncoder encoder() {
    return standardized ? new StandardizedEncoder(patches) : patches;
  }

  /** Whether latents are standardised over the data. */
  boolean standardized() {
    return standardized;
  }

  /**
   * Mean and standard deviation of its latents.
   *
   * @param raw before they are standardised
   * @param episodes that are trained on
   * @throws CheckpointException if it says the same of every frame
   */
  Normalizer standard(FrameLatents raw, List<Integer> episodes) {
    try {
      return RunningStatistics.ofLatents(raw, episodes);
    } catch (IllegalArgumentException collapsed) {
      throw new CheckpointException(directory, String.valueOf(collapsed.getMessage()), collapsed);
    }
  }

  /** A hash of all that latents depend on before they are standardised. */
  String hash() {
    return RunIdentity.of(bundle.weightsSha256(), model.pixels(), patches);
  }

  /**
   * Its parameters under the names they have in a world model.
   *
   * @param standard of the latents before they are standardised
   */
  ParameterSet parameters(Normalizer standard) {
    ParameterSet all = bundle.parameters(model.parameters());
    Map<String, HostTensor> named = new LinkedHashMap<>();
    for (ParameterSpec spec : patches.parameters()) {
      named.put(Jepa.VISION + spec.name(), all.get(TokenModel.ENCODER + spec.name()));
    }
    if (encoder() instanceof StandardizedEncoder encoder) {
      encoder.constants(standard).forEach((name, value) -> named.put(Jepa.VISION + name, value));
    }
    return new ParameterSet(named);
  }
}
