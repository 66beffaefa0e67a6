package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.Sha256;
import dev.lookahead.worldmodel.file.VersionedJson;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained model on disk: a directory with {@code model.safetensors} and {@code bundle.json}.
 *
 * <p>Opening checks the description and the hash of the weights; {@link #parameters} then checks
 * the weights against the model they are for and only after that reads them.
 */
public final class ModelBundle {

  private static final String WEIGHTS = "model.safetensors";
  private static final String DESCRIPTION = "bundle.json";
  private static final List<String> FILES = List.of(WEIGHTS, DESCRIPTION, ModelTrust.FILE);

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
    Path place = Files.exists(directory) ? directory : beside(directory, ".old");
    Path description = place.resolve(DESCRIPTION);
    if (!Files.isRegularFile(description)) {
      throw new CheckpointException(
          directory, "a model bundle is a directory with " + DESCRIPTION + ", there is none");
    }
    try {
      BundleJson json =
          VersionedJson.read(
              description, BundleJson.FORMAT_VERSION, BundleJson.class, BundleJson::upgrade);
      BundleManifest manifest = json.toManifest();
      SafetensorsReader weights = SafetensorsReader.open(place.resolve(WEIGHTS));
      String found = Sha256.ofFile(weights.file());
      if (!found.equals(json.weightsSha256())) {
        throw new CheckpointException(
            weights.file(),
            "its SHA-256 should be %s, is %s".formatted(json.weightsSha256(), found));
      }
      return new ModelBundle(directory, manifest, weights, found, ModelTrust.read(place, found));
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
    Path target = directory.toAbsolutePath().normalize();
    Path fresh = beside(target, ".tmp");
    Path old = beside(target, ".old");
    requireReplaceable(target);
    delete(fresh);
    Files.createDirectories(fresh);
    try {
      Path weights = fresh.resolve(WEIGHTS);
      new TensorFile(parameters, Map.of("format", "lookahead")).write(weights);
      byte[] json = VersionedJson.bytes(BundleJson.of(manifest, Sha256.ofFile(weights)));
      PendingFile.write(fresh.resolve(DESCRIPTION), json);
    } catch (IOException | RuntimeException failed) {
      delete(fresh);
      throw failed;
    }
    if (Files.exists(target)) {
      delete(old);
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    PendingFile.syncDirectoryOf(target);
    delete(old);
  }

  /** Nothing but a bundle is ever moved away: a mistyped path may be somebody's work. */
  private static void requireReplaceable(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new IOException(
          target + " should be a directory for a model bundle, is something else");
    }
    try (DirectoryStream<Path> content = Files.newDirectoryStream(target)) {
      for (Path file : content) {
        if (!FILES.contains(file.getFileName().toString())) {
          throw new IOException(
              target
                  + " holds more than a model bundle, found "
                  + file.getFileName()
                  + "; choose another directory");
        }
      }
    }
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
   * Reads the weights for a model.
   *
   * @param expected every parameter of the model, in its order
   * @throws CheckpointException listing every parameter that is missing, unexpected or of another
   *     shape or type; nothing is read then
   */
  public ParameterSet parameters(List<ParameterSpec> expected) {
    List<String> problems = new ArrayList<>();
    Map<String, TensorEntry> unexpected = new LinkedHashMap<>();
    weights.entries().forEach(entry -> unexpected.put(entry.name(), entry));
    for (ParameterSpec spec : expected) {
      TensorEntry found = unexpected.remove(spec.name());
      if (found == null) {
        problems.add("missing '" + spec.name() + "' " + spec.shape());
      } else if (found.type() != DType.F32 || !sameShape(spec, found)) {
        problems.add(
            "'%s' should be F32 %s, is %s %s"
                .formatted(spec.name(), spec.shape(), found.type(), found.shape()));
      }
    }
    unexpected
        .values()
        .forEach(entry -> problems.add("unexpected '" + entry.name() + "' " + entry.shape()));
    if (!problems.isEmpty()) {
      throw new CheckpointException(
          weights.file(), "it does not fit the model: " + String.join("; ", problems));
    }
    Map<String, HostTensor> values = new LinkedHashMap<>();
    expected.forEach(spec -> values.put(spec.name(), weights.tensor(spec.name())));
    return new ParameterSet(values);
  }

  private static boolean sameShape(ParameterSpec spec, TensorEntry found) {
    return Arrays.stream(spec.shape().toArray())
        .mapToObj(Long::valueOf)
        .toList()
        .equals(found.shape());
  }

  private static Path beside(Path directory, String suffix) {
    Path absolute = directory.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + suffix);
  }

  /** Deletes a bundle directory we made; anything else in it stops the deletion. */
  private static void delete(Path bundle) throws IOException {
    if (!Files.isDirectory(bundle)) {
      return;
    }
    for (String name : FILES) {
      Files.deleteIfExists(bundle.resolve(name));
      Files.deleteIfExists(bundle.resolve(name + PendingFile.SUFFIX));
    }
    Files.delete(bundle);
  }
}
