package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A published V-JEPA 2-AC with its encoder as a bundle a planner can use: {@link
 * VJepa2AcWorldModel}.
 */
public final class VJepa2AcImport {

  /** It was trained on four frames a second (Assran et al. 2025, section 3.1). */
  private static final long FRAME_PERIOD_NANOS = 250_000_000;

  private final ImportedModel published;
  private final EncoderSource encoder;
  private final JepaConfig config;

  private VJepa2AcImport(ImportedModel published, EncoderSource encoder, JepaConfig config) {
    this.published = published;
    this.encoder = encoder;
    this.config = config;
  }

  /**
   * Puts the two together.
   *
   * @param published what {@link ImportedModel#of} made of the folder
   * @param elsewhere where the encoder lies if it is not in that folder: a folder of V-JEPA 2 as it
   *     is published, or the bundle of one; else null
   * @param actions of one step, named as in {@link EndEffector#AXES}
   * @param statistics how actions were standardised in training; not at all in the released model
   * @param contextFrames the frames a plan starts from; one in the paper
   * @throws CheckpointException if there is no encoder, or none that this predictor reads
   * @throws IllegalArgumentException if the actions are not those of an end effector
   */
  public static VJepa2AcImport of(
      ImportedModel published,
      @Nullable Path elsewhere,
      ActionSpace actions,
      Standardizer statistics,
      int contextFrames) {
    FrameCausalPredictor network = published.requireDynamics();
    EncoderSource source = EncoderSource.of(published, elsewhere);
    VideoTransformer video = source.video(network);
    ActionConditionedPredictor predictor;
    try {
      predictor = new ActionConditionedPredictor(network, contextFrames);
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(published.path(), String.valueOf(unfit.getMessage()), unfit);
    }
    return new VJepa2AcImport(
        published,
        source,
        VJepa2AcWorldModel.of(source.pixels(), video, predictor, actions, statistics));
  }

  /**
   * The same for frames of another size, which no weight depends on.
   *
   * @throws IllegalArgumentException if patches do not tile the frames
   */
  public VJepa2AcImport at(int frameHeight, int frameWidth) {
    ActionConditionedPredictor predictor = (ActionConditionedPredictor) config.predictor();
    VideoTransformer video = (VideoTransformer) ((PatchEncoder) config.vision()).tokens();
    VideoTransformer other = video.at(video.frames(), frameHeight, frameWidth);
    TokenGrid picture = TokenGrid.picture(other.grid().rows(), other.grid().columns());
    JepaConfig resized =
        VJepa2AcWorldModel.of(
            config.pixels(),
            other,
            new ActionConditionedPredictor(
                predictor.network().at(picture), predictor.contextFrames()),
            config.actionSpace(),
            config.actions().standardizer());
    return new VJepa2AcImport(published, encoder, resized);
  }

  /** What became of it. */
  public PublishedWorldModel model() {
    return new PublishedWorldModel(
        config,
        OptionalLong.of(FRAME_PERIOD_NANOS),
        this::tensor,
        (commit, versions, now) ->
            published.provenance(encoder.description(), commit, versions, now));
  }

  /** One parameter of the world model, under the name it has there. */
  private HostTensor tensor(String name) {
    return name.startsWith(Jepa.VISION)
        ? encoder.tensor(TokenModel.ENCODER + name.substring(Jepa.VISION.length()))
        : published.tensor(TokenModel.DYNAMICS + name.substring(Jepa.PREDICTOR.length()));
  }
}
