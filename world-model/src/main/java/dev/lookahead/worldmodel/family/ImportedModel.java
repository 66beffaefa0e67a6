package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.EncoderManifest;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.token.GridInterpolation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published model in our terms: every tensor that is needed is there with the shape it needs, and
 * nothing else is. Values are read when they are asked for.
 */
public final class ImportedModel {

  private static final String POSITIONS = TokenModel.ENCODER + "positions";

  private final HuggingFaceFolder folder;
  private final PublishedFamily family;
  private final TokenModel published;
  private final TokenModel model;
  private final KeyMatch keys;

  private ImportedModel(
      HuggingFaceFolder folder,
      PublishedFamily family,
      TokenModel published,
      TokenModel model,
      KeyMatch keys) {
    this.folder = folder;
    this.family = family;
    this.published = published;
    this.model = model;
    this.keys = keys;
  }

  /**
   * Reads the configuration and all names and shapes of a folder.
   *
   * @param wanted the family it should be of, or null to believe its {@code config.json}
   * @throws CheckpointException if the folder is damaged, of another family, or lists what is
   *     missing, unexpected and of another shape
   */
  public static ImportedModel of(Path path, @Nullable String wanted) {
    HuggingFaceFolder folder = HuggingFaceFolder.open(path);
    PublishedFamily family = PublishedFamily.of(folder, wanted);
    TokenModel model = family.model(folder);
    KeyMatch keys =
        family.tables(model).stream()
            .map(table -> KeyMatch.of(table, model.parameters(), folder))
            .min(Comparator.comparingInt(KeyMatch::missing))
            .orElseThrow();
    keys.requireComplete(family.modelType());
    return new ImportedModel(folder, family, model, model, keys);
  }

  /**
   * The same model for frames of another size; added positions are interpolated.
   *
   * @throws IllegalArgumentException if patches do not tile the frames
   */
  public ImportedModel at(int frameHeight, int frameWidth) {
    return new ImportedModel(
        folder, family, published, published.at(frameHeight, frameWidth), keys);
  }

  /** What it is. */
  public PublishedFamily family() {
    return family;
  }

  /** What it is made of. */
  public TokenModel model() {
    return model;
  }

  /** Where it lies. */
  Path path() {
    return folder.path();
  }

  /**
   * The action-conditioned predictor.
   *
   * @throws CheckpointException if there is none
   */
  FrameCausalPredictor requireDynamics() {
    FrameCausalPredictor dynamics = model.dynamics();
    if (dynamics == null) {
      throw new CheckpointException(
          folder.path(), "it should hold an action-conditioned predictor, there is none");
    }
    return dynamics;
  }

  /**
   * One of our tensors.
   *
   * @param name of a parameter of the model
   */
  public HostTensor tensor(String name) {
    HostTensor value = keys.tensor(name);
    return name.equals(POSITIONS)
        ? GridInterpolation.bicubic(
            value, published.requireEncoder().grid(), model.requireEncoder().grid())
        : value;
  }

  /**
   * Writes it as a bundle.
   *
   * @param sourceCommit the commit of this program
   * @param versions of what took part
   * @param now the time of day
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  public void write(Path bundle, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException {
    Provenance provenance = provenance("", sourceCommit, versions, now);
    EncoderBundle.write(
        bundle,
        new EncoderManifest(family.modelType(), TokenModelJson.write(model), provenance),
        model.parameters(),
        this::tensor);
  }

  /** Where it was published, for people. */
  String description() {
    return "weights published as '%s' (%s, %d %s)"
        .formatted(
            folder.name(),
            family.modelType(),
            folder.files(),
            folder.files() == 1 ? "file" : "shards");
  }

  /** Where the weights come from; {@code beside} says what was added to them, or is empty. */
  Provenance provenance(
      String beside, String sourceCommit, Map<String, String> versions, Instant now)
      throws IOException {
    String description =
        description() + (beside.isEmpty() ? "" : ", with " + beside) + ", imported";
    return new Provenance(
        folder.sha256(), description, 0, sourceCommit, versions, 0, 0, Map.of(), now);
  }
}
