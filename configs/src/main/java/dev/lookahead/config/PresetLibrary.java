package dev.lookahead.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds configurations by name: bundled presets at {@code presets/FOLDER/NAME.yaml} on the class
 * path, and files of the user.
 */
final class PresetLibrary {

  private static final String ROOT = "presets/";
  private static final String SUFFIX = ".yaml";
  private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*/)?[a-z0-9][a-z0-9-]*");

  private final ClassLoader loader;

  PresetLibrary(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Reads a configuration.
   *
   * @param folder where a bare preset name is looked for
   * @param reference {@code name}, {@code folder/name}, or a file ending in {@code .yaml} or {@code
   *     .yml}, relative to the file that refers to it
   * @param from where the reference was written
   * @throws ConfigException if there is none, or it is unreadable
   */
  ConfigNode read(String folder, String reference, Origin from) {
    if (reference.endsWith(SUFFIX) || reference.endsWith(".yml")) {
      return readFile(Path.of(reference), from);
    }
    if (!NAME.matcher(reference).matches()) {
      throw ConfigException.of(
          from,
          "a preset is named in lower case letters, digits and hyphens, and a file ends in .yaml;"
              + " found '"
              + reference
              + "'");
    }
    String name = reference.contains("/") ? reference : folder + "/" + reference;
    try (InputStream in = loader.getResourceAsStream(ROOT + name + SUFFIX)) {
      if (in == null) {
        throw unknown(name, from);
      }
      return YamlParser.parse(name + SUFFIX, in.readNBytes(YamlParser.MAX_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the preset " + name, e);
    }
  }

  /** The names of the bundled presets in a folder, sorted. */
  List<String> names(String folder) {
    NavigableSet<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(ROOT + folder))) {
        if (url.openConnection() instanceof JarURLConnection jar) {
          try (FileSystem files =
              FileSystems.newFileSystem(Path.of(URI.create(jar.getJarFileURL().toString())))) {
            addNames(files.getPath(jar.getEntryName()), names);
          }
        } else {
          addNames(Path.of(URI.create(url.toString())), names);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the presets of " + folder, e);
    }
    return List.copyOf(names);
  }

  private static void addNames(Path folder, NavigableSet<String> names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .forEach(names::add);
    }
  }

  private ConfigException unknown(String name, Origin from) {
    int slash = name.indexOf('/');
    String folder = name.substring(0, slash);
    String found = name.substring(slash + 1);
    List<String> known = names(folder);
    String choice = known.isEmpty() ? "there are none" : "there are " + String.join(", ", known);
    return ConfigException.of(
        from,
        "no preset '" + found + "' in " + folder + "; " + choice + NearestName.hint(found, known));
  }

  private static ConfigNode readFile(Path reference, Origin from) {
    Path beside = Path.of(from.source()).resolveSibling(reference);
    Path file = Files.exists(beside) ? beside : reference;
    try (InputStream in = Files.newInputStream(file)) {
      return YamlParser.parse(file.toString(), in.readNBytes(YamlParser.MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw ConfigException.of(from, "no file " + file.toAbsolutePath());
    } catch (IOException e) {
      throw ConfigException.of(
          from, "cannot read " + file.toAbsolutePath() + ": " + e.getMessage());
    }
  }
}
