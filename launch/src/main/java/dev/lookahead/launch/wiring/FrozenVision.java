package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
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

  private final TokenModel model;
  private final EncoderBundle bundle;
  private final PatchEncoder encoder;

  private FrozenVision(TokenModel model, EncoderBundle bundle, PatchEncoder encoder) {
    this.model = model;
    this.bundle = bundle;
    this.encoder = encoder;
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
          model, bundle, new PatchEncoder(model.requireEncoder(), frozen.normalize()));
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(directory, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** How bytes become its input. */
  PixelNormalizer pixels() {
    return model.pixels();
  }

  /** Frames to the visual part of latents. */
  PatchEncoder encoder() {
    return encoder;
  }

  /** The hash of the bundle's weights. */
  String hash() {
    return bundle.weightsSha256();
  }

  /** Its parameters under the names they have in a world model. */
  ParameterSet parameters(Jepa jepa) {
    ParameterSet all = bundle.parameters(model.parameters());
    List<ParameterSpec> theirs = encoder.parameters();
    List<ParameterSpec> own = jepa.visionParameters();
    Map<String, HostTensor> renamed = new LinkedHashMap<>();
    for (int i = 0; i < own.size(); i++) {
      renamed.put(own.get(i).name(), all.get(TokenModel.ENCODER + theirs.get(i).name()));
    }
    return new ParameterSet(renamed);
  }
}
