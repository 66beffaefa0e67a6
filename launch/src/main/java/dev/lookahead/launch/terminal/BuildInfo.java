package dev.lookahead.launch.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param version of Lookahead
 * @param commit abbreviated, with {@code -dirty} if files were changed; {@code unknown} outside a
 *     repository
 * @param djl version of the engine's Java side
 * @param torch version of the bundled libtorch
 */
public record BuildInfo(String version, String commit, String djl, String torch) {

  private static final String RESOURCE = "/dev/lookahead/launch/build.properties";

  /** Reads what the build left in the jar. */
  public static BuildInfo load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return new BuildInfo(
        filled(properties, "version"),
        filled(properties, "commit"),
        filled(properties, "djl"),
        filled(properties, "torch"));
  }

  /** A placeholder that the build left alone is no value. */
  private static String filled(Properties properties, String key) {
    String value = properties.getProperty(key, "");
    return value.isEmpty() || value.startsWith("${") ? "unknown" : value;
  }
}
