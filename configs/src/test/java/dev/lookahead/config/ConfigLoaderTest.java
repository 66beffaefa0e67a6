package dev.lookahead.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.config.Experiment.CemConfig;
import dev.lookahead.config.Experiment.Device;
import dev.lookahead.config.Experiment.Encoder;
import dev.lookahead.config.Experiment.MppiConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

  private final ConfigLoader loader = ConfigLoader.from(ConfigLoaderTest.class.getClassLoader());

  @TempDir Path folder;

  @Test
  void whatIsLeftOutKeepsItsDefault() {
    assertThat(loader.defaults(List.of(), Experiment.class)).isEqualTo(Experiment.defaults());
  }

  @Test
  void aPresetStartsFromTheOneItExtends() {
    Experiment small = loader.load("specimen", "small", List.of(), Experiment.class);

    assertThat(small.name()).isEqualTo("small");
    assertThat(small.steps()).isEqualTo(10);
    assertThat(small.planner()).isEqualTo(new CemConfig(512, 3));
  }

  @Test
  void everyTypeIsReadFromAFile() throws IOException {
    Path file = folder.resolve("all.yaml");
    Files.writeString(
        file,
        """
        name: no
        seed: -9223372036854775808
        rate: 1e-3
        momentum: .5
        resume: true
        device: first-gpu
        saveEvery: 1.5s
        out: /data/runs
        limit: 4
        betas: [0.8, 1]
        encoder: {width: 96}
        planner: {type: mppi, temperature: 2}
        baselines:
          - cem-wide
          - {extends: mppi-cool, temperature: 3}
        """);

    // Presets inside a list are looked for in the folder named like the list.
    String baselines = "baselines=[planner/cem-wide, {extends: planner/mppi-cool, temperature: 3}]";
    Experiment read =
        loader.load("specimen", file.toString(), List.of(baselines), Experiment.class);

    assertThat(read)
        .isEqualTo(
            new Experiment(
                "no",
                100,
                Long.MIN_VALUE,
                1e-3f,
                0.5,
                true,
                Device.FIRST_GPU,
                Duration.ofMillis(1500),
                Path.of("/data/runs"),
                Optional.of(4),
                List.of(0.8, 1.0),
                new Encoder(96, 8),
                new MppiConfig(2),
                List.of(new CemConfig(512, 50), new MppiConfig(3))));
  }

  @Test
  void settingsOfTheCommandLineWinAndTheLastOneWinsOverAll() {
    Experiment read =
        loader.load(
            "specimen",
            "small",
            List.of("steps=20", "planner.samples=64", "encoder=tiny", "limit=5", "steps=30"),
            Experiment.class);

    assertThat(read.steps()).isEqualTo(30);
    assertThat(read.planner()).isEqualTo(new CemConfig(64, 3));
    assertThat(read.encoder().width()).isEqualTo(48);
    assertThat(read.limit()).contains(5);
  }

  @Test
  void aWholePartIsSetBeforeWhatIsChangedInItWhateverTheOrder() {
    List<String> settings =
        new ArrayList<>(List.of("planner.temperature=1", "planner.type=mppi", "planner=mppi-cool"));
    for (int order = 0; order < settings.size(); order++) {
      Collections.rotate(settings, 1);
      assertThat(loader.load("specimen", "small", settings, Experiment.class).planner())
          .as("%s", settings)
          .isEqualTo(new MppiConfig(1));
    }
  }

  @Test
  void anotherTypeReplacesThePartAndAPresetIsSwappedByItsName() {
    Experiment typed =
        loader.load(
            "specimen",
            "small",
            List.of("planner.type=mppi", "planner.temperature=1"),
            Experiment.class);
    Experiment named =
        loader.load("specimen", "small", List.of("planner=mppi-cool"), Experiment.class);

    assertThat(typed.planner()).isEqualTo(new MppiConfig(1));
    assertThat(named.planner()).isEqualTo(new MppiConfig(0.1f));
  }

  @Test
  void aFileExtendsItsNeighbour() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), "steps: 77\nname: mine\n");
    Path file = folder.resolve("yours.yaml");
    Files.writeString(file, "extends: mine.yaml\nname: yours\n");

    Experiment read = loader.load("specimen", file.toString(), List.of(), Experiment.class);

    assertThat(read.steps()).isEqualTo(77);
    assertThat(read.name()).isEqualTo("yours");
  }

  @Test
  void allProblemsAreReportedTogetherWithKeyFileAndLine() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file,
        """
        stepz: 10
        seed: 1.5
        resume: no
        device: tpu
        saveEvery: 20
        encoder:
          width: 50
        planner: {type: cemm}
        betas: 0.9
        """);

    assertThatThrownBy(
            () ->
                loader.load(
                    "specimen",
                    file.toString(),
                    List.of("rate=NaN", "steps=0x10"),
                    Experiment.class))
        .isInstanceOf(ConfigException.class)
        .extracting(e -> ((ConfigException) e).problems().stream().map(Object::toString).toList())
        .isEqualTo(
            List.of(
                "stepz (" + file + ":1): unknown key; did you mean 'steps'?",
                "steps (command line): expected a whole number from -2147483648 to 2147483647;"
                    + " found '0x10'",
                "seed (" + file + ":2): expected a whole number of 64 bits; found '1.5'",
                "rate (command line): expected a finite number; found 'NaN'",
                "resume (" + file + ":3): expected true or false; found 'no'",
                "device ("
                    + file
                    + ":4): expected one of cpu, first-gpu; found 'tpu'; did you mean"
                    + " 'cpu'?",
                "saveEvery ("
                    + file
                    + ":5): expected a duration with a unit (h, min, s, ms, us, ns), for example"
                    + " 20ms; found '20'",
                "betas (" + file + ":9): expected a list, for example [a, b]; found '0.9'",
                "encoder.width (" + file + ":7): width is a multiple of patch 8, got 50",
                "planner.type ("
                    + file
                    + ":8): expected one of cem, mppi; found 'cemm'; did you mean 'cem'?"));
  }

  @Test
  void aRangeErrorNamesTheSettingThatBreaksIt() {
    assertThatThrownBy(() -> loader.load("specimen", "small", List.of("steps=0"), Experiment.class))
        .isInstanceOf(ConfigException.class)
        .hasMessage("steps (command line): steps is at least 1, got 0");
  }

  @Test
  void aNumberWithALeadingZeroIsRefusedInsteadOfReadAsOctal() {
    assertThatThrownBy(() -> loader.defaults(List.of("steps=010"), Experiment.class))
        .hasMessageContaining("found '010'");
  }

  @Test
  void aSettingWithoutDefaultMustBeGiven() {
    assertThatThrownBy(() -> loader.defaults(List.of("planner={type: mppi}"), Experiment.class))
        .hasMessage("planner.temperature (command line:1): missing, and it has no default");
  }

  @Test
  void nullEmptiesAnOptionalAndNothingElse() {
    assertThat(loader.defaults(List.of("limit=null"), Experiment.class).limit()).isEmpty();
    assertThatThrownBy(() -> loader.defaults(List.of("name="), Experiment.class))
        .hasMessageContaining("expected a text; found nothing");
  }

  @Test
  void anUnknownPresetNamesTheNearestAndAllThereAre() {
    assertThatThrownBy(() -> loader.load("specimen", "smal", List.of(), Experiment.class))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "command line: no preset 'smal' in specimen; there are base, loop, loop-back, small;"
                + " did you mean 'small'?");
  }

  @Test
  void aPresetNameCannotClimbOutOfItsFolder() {
    assertThatThrownBy(() -> loader.load("specimen", "../small", List.of(), Experiment.class))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("a preset is named in lower case");
  }

  @Test
  void aMissingFileIsRefusedByItsFullName() {
    assertThatThrownBy(
            () -> loader.load("specimen", folder + "/none.yaml", List.of(), Experiment.class))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no file " + folder.resolve("none.yaml"));
  }

  @Test
  void aPresetThatExtendsItselfIsRefused() {
    assertThatThrownBy(() -> loader.load("specimen", "loop", List.of(), Experiment.class))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "specimen/loop.yaml extends specimen/loop-back.yaml extends specimen/loop.yaml");
  }

  @Test
  void aSettingInAnotherFormIsRefused() {
    assertThatThrownBy(() -> loader.defaults(List.of("steps", "=3", "a..b=1"), Experiment.class))
        .isInstanceOf(ConfigException.class)
        .extracting(e -> ((ConfigException) e).problems().size())
        .isEqualTo(3);
  }

  @Test
  void presetsAreListed() {
    assertThat(loader.presets("specimen")).containsExactly("base", "loop", "loop-back", "small");
    assertThat(loader.presets("nothing")).isEmpty();
  }
}
