package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.file.PendingFile;
import dev.lookahead.worldmodel.file.Sha256;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The directory of a bundle: weights, and a description that names their hash. It is replaced as a
 * whole: the new one is filled beside it and renamed. A crash leaves the old or the new one, under
 * the name or under the name with {@code .old}.
 */
final class BundleDirectory {

  /** The name of the weights in every bundle. */
  static final String WEIGHTS = "model.safetensors";

  /** What every file of weights says about itself. */
  static final Map<String, String> METADATA = Map.of("format", "lookahead");

  /** What a bundle is made of, whichever kind it is. */
  private static final List<String> FILES =
      List.of(WEIGHTS, ModelBundle.DESCRIPTION, EncoderBundle.DESCRIPTION, ModelTrust.FILE);

  private BundleDirectory() {}

  /** What knows the weights of a new bundle. */
  @FunctionalInterface
  interface Weights {

    /** Writes all of them to a file that does not exist yet. */
    void write(Path file) throws IOException;
  }

  /** Where a bundle lies that may have been interrupted while it was replaced. */
  static Path existing(Path directory) {
    return Files.exists(directory) ? directory : beside(directory, ".old");
  }

  /**
   * The weights in a bundle.
   *
   * @param sha256 what their description says
   * @throws CheckpointException if they are malformed, or others than those described
   * @throws IOException if they cannot be read
   */
  static SafetensorsReader weights(Path bundle, String sha256) throws IOException {
    SafetensorsReader weights = SafetensorsReader.open(bundle.resolve(WEIGHTS));
    String found = Sha256.ofFile(weights.file());
    if (!found.equals(sha256)) {
      throw new CheckpointException(
          weights.file(), "its SHA-256 should be %s, is %s".formatted(sha256, found));
    }
    return weights;
  }

  /**
   * Replaces a directory with one of weights and their description.
   *
   * @param file the name of the description
   * @param description its text, from the SHA-256 of the weights
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  static void write(
      Path directory, Weights weights, String file, Function<String, Record> description)
      throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    Path fresh = beside(target, ".tmp");
    Path old = beside(target, ".old");
    requireReplaceable(target);
    delete(fresh);
    Files.createDirectories(fresh);
    try {
      Path written = fresh.resolve(WEIGHTS);
      weights.write(written);
      Record text = description.apply(Sha256.ofFile(written));
      PendingFile.write(fresh.resolve(file), VersionedJson.bytes(text));
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
