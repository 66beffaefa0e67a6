package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.ablation.AblationExperiment;
import dev.lookahead.worldmodel.family.VJepa2AcWorldModel;
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

  @Test
  void everyPretrainingLoadsAndCanBeWrittenAndReadBack() throws IOException {
    assertThat(ConfigLoader.bundled().presets("pretraining"))
        .contains("two-room", "two-room-video", "cifar-10", "pictures", "recording");
    requireEach("pretraining", PretrainingExperiment.class);
    requireEach("ablation", AblationExperiment.class);
  }

  @Test
  void theMasksOfEveryPretrainingFitItsEncoder() {
    ConfigLoader loader = ConfigLoader.bundled();
    for (String preset : loader.presets("pretraining")) {
      PretrainingExperiment loaded =
          loader.load("pretraining", preset, List.of(), PretrainingExperiment.class);
      assertThat(loaded.masking().over(loaded.encoder().grid()).signatures())
          .as(preset)
          .isNotEmpty();
    }
  }

  @Test
  void everySimulatedRobotLoadsAndCanBeWrittenAndReadBack() throws IOException {
    requireAll("sim-robot", SimRobotExperiment.class);
  }

  @Test
  void everyDriveLoadsAndCanBeWrittenAndReadBack() throws IOException {
    assertThat(ConfigLoader.bundled().presets("drive"))
        .contains("two-room-sim", "diff-drive", "arm-6", "franka-ee");
    requireEach("drive", DriveExperiment.class);
  }

  @Test
  void theRobotsOfTheSimulatedWorldsTakeTheirActions() {
    for (String world : List.of("two-room", "point-maze-u")) {
      String robot = world.equals("two-room") ? "ros1" : "point-maze-sim";
      EvaluationExperiment experiment =
          ConfigLoader.bundled()
              .load("evaluation", world, List.of("robot=" + robot), EvaluationExperiment.class);
      ChosenRobot.Ros1Robot chosen = (ChosenRobot.Ros1Robot) experiment.robot();
      assertThat(chosen.link().command().actionSpace())
          .isEqualTo(experiment.world().world().actionSpace());
    }
  }

  @Test
  void theArmWithAnEndEffectorTakesTheActionsOfAnImportedModel() {
    DriveExperiment drive =
        ConfigLoader.bundled().load("drive", "franka-ee", List.of(), DriveExperiment.class);
    assertThat(drive.body().link().command().actionSpace())
        .isEqualTo(VJepa2AcWorldModel.publishedActions());
    assertThat(drive.safety().profile(drive.body().link(), drive.people().rules()).workspace())
        .isPresent();
  }

  private <R extends Record> void requireAll(String kind, Class<R> type) throws IOException {
    assertThat(ConfigLoader.bundled().presets(kind)).contains("two-room", "point-maze-u");
    requireEach(kind, type);
  }

  private <R extends Record> void requireEach(String kind, Class<R> type) throws IOException {
    ConfigLoader loader = ConfigLoader.bundled();
    for (String preset : loader.presets(kind)) {
      R loaded = loader.load(kind, preset, List.of(), type);
      Path file = folder.resolve(preset + ".yaml");
      Files.writeString(file, ConfigText.yaml(loaded));
      assertThat(loader.load(kind, file.toString(), List.of(), type)).isEqualTo(loaded);
    }
  }
}
