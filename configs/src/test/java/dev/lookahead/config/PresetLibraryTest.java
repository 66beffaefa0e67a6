package dev.lookahead.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetLibraryTest {

  @TempDir Path folder;

  @Test
  void presetsInAJarAreReadAndListed() throws IOException {
    Path jar = folder.resolve("presets with space.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("presets/"));
      zip.putNextEntry(new ZipEntry("presets/sim/"));
      zip.putNextEntry(new ZipEntry("presets/sim/two-room.yaml"));
      zip.write("walls: 1\n".getBytes(StandardCharsets.UTF_8));
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      PresetLibrary library = new PresetLibrary(loader);

      assertThat(library.names("sim")).containsExactly("two-room");
      assertThat(library.read("sim", "two-room", new Origin("test", 0)).describe())
          .isEqualTo("a mapping of [walls]");
    }
  }
}
