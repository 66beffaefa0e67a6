package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.config.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {

  @TempDir Path folder;

  @Test
  void everyCollectionLoadsAndCanBeWrittenAndReadBack() throws IOException {
    requireAll("collection", CollectionExperiment.class);
  }

  @Test
  void everyExperimentLoadsAndCanBeWrittenAndReadBack() throws IOException {
    requireAll("experiment", TrainingExperiment.class);
  }

  private <R extends Record> void requireAll(String kind, Class<R> type) throws IOException {
    ConfigLoader loader = ConfigLoader.bundled();
    assertThat(loader.presets(kind)).contains("two-room", "point-maze-u");
    for (String preset : loader.presets(kind)) {
      R loaded = loader.load(kind, preset, List.of(), type);
      Path file = folder.resolve(preset + ".yaml");
      Files.writeString(file, ConfigText.yaml(loaded));
      assertThat(loader.load(kind, file.toString(), List.of(), type)).isEqualTo(loaded);
    }
  }
}
