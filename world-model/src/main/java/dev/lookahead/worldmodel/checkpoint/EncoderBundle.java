package dev.lookahead.worldmodel.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lookahead.worldmodel.file.VersionedJson;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;

/**
 * A model that sees and does not act, on disk: a directory with {@code model.safetensors} and
 * {@code encoder.json}. A {@link ModelBundle} is for a robot, and knows its actions; this one is
 * what such a model may be built on.
 */
public final class EncoderBundle {

  /** The name of the description. */
  static final String DESCRIPTION = "encoder.json";

  private static final int FORMAT_VERSION = 1;

  private final EncoderManifest manifest;
  private final SafetensorsReader weights;
  private final String weightsSha256;

  private EncoderBundle(EncoderManifest manifest, SafetensorsReader weights, String weightsSha256) {
    this.manifest = manifest;
    this.weights = weights;
    this.weightsSha256 = weightsSha256;
  }

  /** The text of {@code encoder.json}. */
  private record Description(
      int formatVersion,
      String weightsSha256,
      String family,
      JsonNode model,
      BundleJson.Origin provenance) {}

  /** Whether a path is the directory of one. */
  public static boolean isAt(Path directory) {
    return Files.isRegularFile(directory.resolve(DESCRIPTION));
  }

  /**
   * Opens a bundle.
   *
   * @throws CheckpointException if a file is missing or malformed, the format is of another
   *     version, or the weights are not the ones that were described
   */
  public static EncoderBundle open(Path directory) {
    Path place = BundleDirectory.existing(directory);
    Path file = place.resolve(DESCRIPTION);
    if (!isAt(place)) {
      throw new CheckpointException(
          directory, "an encoder bundle is a directory with " + DESCRIPTION + ", there is none");
    }
    try {
      Description found = VersionedJson.read(file, FORMAT_VERSION, Description.class);
      EncoderManifest manifest =
          new EncoderManifest(found.family, found.model, found.provenance.toProvenance());
      SafetensorsReader weights = BundleDirectory.weights(place, found.weightsSha256);
      return new EncoderBundle(manifest, weights, found.weightsSha256);
    } catch (IOException unreadable) {
      throw new CheckpointException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new CheckpointException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  /**
   * Writes a bundle, replacing an older one as a whole. Weights are asked for one by one and not
   * kept.
   *
   * @param parameters what the model is made of
   * @param value the weights by name
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  public static void write(
      Path directory,
      EncoderManifest manifest,
      List<ParameterSpec> parameters,
      Function<String, HostTensor> value)
      throws IOException {
    BundleDirectory.write(
        directory,
        file -> TensorFile.stream(file, parameters, value, BundleDirectory.METADATA),
        DESCRIPTION,
        sha256 ->
            new Description(
                FORMAT_VERSION,
                sha256,
                manifest.family(),
                manifest.model(),
                BundleJson.Origin.of(manifest.provenance())));
  }

  /** What it says about itself. */
  public EncoderManifest manifest() {
    return manifest;
  }

  /** The hash of the weights, in lower-case hexadecimal; it names the model. */
  public String weightsSha256() {
    return weightsSha256;
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
