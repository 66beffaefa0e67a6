package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The encoder that a predictor of its tokens was trained on: published together with it, or lying
 * elsewhere.
 *
 * @param path where it lies, for errors
 * @param description of it, for people; empty if it came with the predictor
 * @param model with the encoder
 * @param values its tensors by the names of {@link TokenModel}
 */
record EncoderSource(
    Path path, String description, TokenModel model, Function<String, HostTensor> values) {

  /**
   * Finds it.
   *
   * @param predictor what was published with the predictor
   * @param elsewhere a published folder or an encoder's bundle; null if there is no other
   * @throws CheckpointException if there are none or two, or it is damaged
   */
  static EncoderSource of(ImportedModel predictor, @Nullable Path elsewhere) {
    if (elsewhere == null) {
      if (predictor.model().encoder() == null) {
        throw new CheckpointException(
            predictor.path(),
            "it holds the predictor alone, which sees nothing; name the V-JEPA 2 encoder it was"
                + " trained on with --encoder FOLDER (of the released predictor: ViT-g at 256"
                + " pixels)");
      }
      return new EncoderSource(predictor.path(), "", predictor.model(), predictor::tensor);
    }
    if (predictor.model().encoder() != null) {
      throw new CheckpointException(
          predictor.path(), "it holds an encoder already, so --encoder should be left out");
    }
    if (EncoderBundle.isAt(elsewhere)) {
      EncoderBundle bundle = EncoderBundle.open(elsewhere);
      try {
        TokenModel model = TokenModelJson.read(bundle.manifest().model());
        ParameterSet weights = bundle.parameters(model.parameters());
        return new EncoderSource(
            elsewhere, bundle.manifest().provenance().dataDescription(), model, weights::get);
      } catch (IllegalArgumentException malformed) {
        throw new CheckpointException(elsewhere, String.valueOf(malformed.getMessage()), malformed);
      }
    }
    ImportedModel folder = ImportedModel.of(elsewhere, null);
    return new EncoderSource(elsewhere, folder.description(), folder.model(), folder::tensor);
  }

  /**
   * The encoder for the frames that a predictor was made for, each repeated to fill a tubelet.
   *
   * @throws CheckpointException if it is none of clips, or its tokens are not the predictor's
   */
  VideoTransformer video(FrameCausalPredictor predictor) {
    if (!(model.encoder() instanceof VideoTransformer video)) {
      throw new CheckpointException(path, "it should hold an encoder of clips, V-JEPA 2's");
    }
    if (video.width() != predictor.tokenWidth()) {
      throw new CheckpointException(
          path,
          "the predictor reads tokens of %d numbers, this encoder's have %d"
              .formatted(predictor.tokenWidth(), video.width()));
    }
    return video.at(
        video.tubelet(),
        predictor.picture().rows() * video.patchSize(),
        predictor.picture().columns() * video.patchSize());
  }

  /** How bytes become its input. */
  PixelNormalizer pixels() {
    return model.pixels();
  }

  /** One of its tensors. */
  HostTensor tensor(String name) {
    return values.apply(name);
  }
}
