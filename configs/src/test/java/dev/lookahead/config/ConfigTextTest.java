package dev.lookahead.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTextTest {

  private final ConfigLoader loader = ConfigLoader.from(ConfigTextTest.class.getClassLoader());

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackEqual() throws IOException {
    List<String> settings =
        List.of(
            "name='null'",
            "rate=3e-4",
            "saveEvery=1500ms",
            "device=FIRST_GPU",
            "limit=3",
            "baselines=[{type: mppi, temperature: 0.5}, {type: cem}]");
    Experiment written = loader.load("specimen", "small", settings, Experiment.class);
    Path file = folder.resolve("resolved.yaml");
    Files.writeString(file, ConfigText.yaml(written));

    assertThat(loader.load("specimen", file.toString(), List.of(), Experiment.class))
        .isEqualTo(written);
  }

  @Test
  void textIsReadable() {
    assertThat(ConfigText.yaml(Experiment.defaults()))
        .isEqualTo(
            """
            name: default
            steps: 100
            seed: 7
            rate: 1.0E-4
            momentum: 0.996
            resume: false
            device: cpu
            saveEvery: 5min
            out: runs
            limit: null
            betas:
            - 0.9
            - 0.95
            encoder:
              width: 64
              patch: 8
            planner:
              type: cem
              samples: 100
              elites: 10
            baselines: []
            """);
  }
}
