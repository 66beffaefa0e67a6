package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.VersionedJson;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A trained model on disk: a directory with {@code model.safetensors} and {@code bundle.json}.
 *
 * <p>Opening checks the description and the hash of the weights; {@link #parameters} then checks
 * the weights against the model they are for and only after that reads them.
 */
public final class ModelBundle {

  /** The name of the description. */
  static final String DESCRIPTION = "bundle.json";

  private final Path directory;
  private final BundleManifest manifest;
  private final SafetensorsReader weights;
  private final String weightsSha256;
  private final ModelTrust trust;

  private ModelBundle(
      Path directory,
      BundleManifest manifest,
      SafetensorsReader weights,
      String weightsSha256,
      ModelTrust trust) {
    this.directory = directory;
    this.manifest = manifest;
    this.weights = weights;
    this.weightsSha256 = weightsSha256;
    this.trust = trust;
  }

  /**
   * Opens a bundle.
   *
   * @throws CheckpointException if a file is missing or malformed, the format is of another
   *     version, or the weights are not the ones that were described
   */
  public static ModelBundle open(Path directory) {
    Path place = BundleDirectory.existing(directory);
    Path description = place.resolve(DESCRIPTION);
    if (!Files.isRegularFile(description)) {
      throw new CheckpointException(
          directory,
          "a model bundle is a directory with "
              + DESCRIPTION
              + (EncoderBundle.isAt(place)
                  ? ", this is an encoder's: it knows no robot"
                  : ", there is none"));
    }
    try {
      BundleJson json =
          VersionedJson.read(
              description, BundleJson.FORMAT_VERSION, BundleJson.class, BundleJson::upgrade);
      BundleManifest manifest = json.toManifest();
      String hash = json.weightsSha256();
      SafetensorsReader weights = BundleDirectory.weights(place, hash);
      return new ModelBundle(directory, manifest, weights, hash, ModelTrust.read(place, hash));
    } catch (IOException unreadable) {
      throw new CheckpointException(
          description, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new CheckpointException(description, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  /**
   * Writes a bundle, replacing an older one as a whole. A crash leaves the old or the new one.
   *
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  public static void write(Path directory, BundleManifest manifest, ParameterSet parameters)
      throws IOException {
    write(directory, manifest, new TensorFile(parameters, BundleDirectory.METADATA)::write);
  }

  /**
   * The same with weights that are asked for one by one and not kept.
   *
   * @param parameters what the model is made of
   * @param value the weights by name
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  public static void write(
      Path directory,
      BundleManifest manifest,
      List<ParameterSpec> parameters,
      Function<String, HostTensor> value)
      throws IOException {
    write(
        directory,
        manifest,
        file -> TensorFile.stream(file, parameters, value, BundleDirectory.METADATA));
  }

  private static void write(
      Path directory, BundleManifest manifest, BundleDirectory.Weights weights) throws IOException {
    BundleDirectory.write(
        directory, weights, DESCRIPTION, sha256 -> BundleJson.of(manifest, sha256));
  }

  /** Where it lies. */
  public Path directory() {
    return directory;
  }

  /** The hash of the weights, in lower-case hexadecimal; it names the model. */
  public String weightsSha256() {
    return weightsSha256;
  }

  /** How far ahead it was found to be of use. */
  public ModelTrust trust() {
    return trust;
  }

  /**
   * Writes down how far ahead it was found to be of use, beside what is known of other recordings.
   *
   * @throws IOException if the disk refuses
   */
  public void trust(ModelTrust.Horizon horizon) throws IOException {
    PendingFile.write(directory.resolve(ModelTrust.FILE), VersionedJson.bytes(trust.with(horizon)));
  }

  /** What it says about itself. */
  public BundleManifest manifest() {
    return manifest;
  }

  /**
   * Refuses another action space than the model was trained with.
   *
   * @throws CheckpointException naming both
   */
  public void requireActionSpace(ActionSpace wanted) {
    try {
      manifest.requireActionSpace(wanted);
    } catch (IllegalArgumentException other) {
      throw new CheckpointException(directory, String.valueOf(other.getMessage()), other);
    }
  }

  /**
   * The weights for a model, in the mapped file: they take no heap, and memory only as they are
   * read.
   *
   * @param expected every parameter of the model, in its order
   * @throws CheckpointException listing every parameter that is missing, unexpected or of another
   *     shape or type
   */
  public ParameterSet parameters(List<ParameterSpec> expected) {
    return ExpectedWeights.read(weights, expected, weights::mapped);
  }
}
