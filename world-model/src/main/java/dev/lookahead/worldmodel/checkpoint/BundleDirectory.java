package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A directory that is replaced as a whole: the new one is filled beside it and renamed. A crash
 * leaves the old or the new one, under the name or under the name with {@code .old}.
 */
final class BundleDirectory {

  /** The name of the weights in every bundle. */
  static final String WEIGHTS = "model.safetensors";

  /** What a bundle is made of, whichever kind it is. */
  private static final List<String> FILES =
      List.of(WEIGHTS, ModelBundle.DESCRIPTION, EncoderBundle.DESCRIPTION, ModelTrust.FILE);

  private BundleDirectory() {}

  /** What fills a new directory. */
  @FunctionalInterface
  interface Content {

    /** Writes the files of a bundle into an empty directory. */
    void write(Path directory) throws IOException;
  }

  /** Where a bundle lies that may have been interrupted while it was replaced. */
  static Path existing(Path directory) {
    return Files.exists(directory) ? directory : beside(directory, ".old");
  }

  /**
   * Replaces a directory.
   *
   * @throws IOException if the disk refuses, or if something that is no bundle lies there
   */
  static void write(Path directory, Content content) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    Path fresh = beside(target, ".tmp");
    Path old = beside(target, ".old");
    requireReplaceable(target);
    delete(fresh);
    Files.createDirectories(fresh);
    try {
      content.write(fresh);
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
