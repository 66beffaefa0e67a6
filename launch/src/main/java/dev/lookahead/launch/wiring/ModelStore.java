package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds model bundles: directories, and the models that come with Lookahead. */
public final class ModelStore {

  private static final String ROOT = "models/";
  private static final List<String> FILES = List.of("bundle.json", "model.safetensors");
  private static final String TRUST = "trust.json";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private ModelStore() {}

  /** Whether a path is the directory of a bundle. */
  public static boolean isBundle(Path directory) {
    return Files.isRegularFile(directory.resolve(FILES.get(0)));
  }

  /** The SHA-256 of a bundle's weights. */
  static String hash(Path directory) throws IOException {
    return Sha256.ofFile(directory.resolve(FILES.get(1)));
  }

  /**
   * The directory of a bundle.
   *
   * @param reference a directory, or the name of a bundled model, which is unpacked into a
   *     temporary directory
   * @throws LaunchFailure if there is neither
   */
  public static Path find(String reference) throws IOException {
    Path directory = Path.of(reference);
    if (isBundle(directory)) {
      return directory;
    }
    ClassLoader loader = ModelStore.class.getClassLoader();
    boolean bundled =
        NAME.matcher(reference).matches()
            && loader.getResource(ROOT + reference + "/" + FILES.get(0)) != null;
    if (!bundled) {
      throw new LaunchFailure(
          ExitCode.MODEL,
          "there is no model '"
              + reference
              + "': neither a bundled one nor a directory with "
              + FILES.get(0),
          "train one with: lookahead train; its run's model directory can be named here");
    }
    Path unpacked = Files.createTempDirectory("lookahead-" + reference);
    unpacked.toFile().deleteOnExit();
    for (String file : FILES) {
      Path target = unpacked.resolve(file);
      try (InputStream in = loader.getResourceAsStream(ROOT + reference + "/" + file)) {
        if (in == null) {
          throw new LaunchFailure(
              ExitCode.MODEL,
              "the bundled model '" + reference + "' has no " + file,
              "build Lookahead anew: ./mvnw -q -DskipTests package");
        }
        Files.copy(in, target);
      }
      target.toFile().deleteOnExit();
    }
    try (InputStream in = loader.getResourceAsStream(ROOT + reference + "/" + TRUST)) {
      if (in != null) {
        Path target = unpacked.resolve(TRUST);
        Files.copy(in, target);
        target.toFile().deleteOnExit();
      }
    }
    return unpacked;
  }
}
