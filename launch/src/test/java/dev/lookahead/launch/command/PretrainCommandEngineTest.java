package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyTraining;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.family.TokenModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainCommandEngineTest {

  private static final List<String> TINY =
      List.of(
          "pretrain",
          "two-room",
          "data.collection.recipe.episodes=6",
          "data.collection.recipe.steps=8",
          "data.collection.frameSide=32",
          "encoder.frameHeight=32",
          "encoder.frameWidth=32",
          "encoder.blocks.width=12",
          "encoder.blocks.depth=1",
          "encoder.blocks.mlpWidth=12",
          "objective.predictor.width=12",
          "objective.predictor.depth=1",
          "masking.targets=1",
          "masking.minContext=3",
          "training.steps=12",
          "training.batch=4",
          "training.warmupSteps=2",
          "training.validationBatches=1",
          "training.validateEvery=6",
          "training.checkpointEvery=4");

  @TempDir Path folder;

  private final RecordedContext recorded = new RecordedContext();

  @Test
  void aRunRecordsFramesAndLeavesAnEncoderThatIsNoWorldModel() throws IOException {
    assertThat(pretrain("whole")).as(recorded.err()).isZero();
    Path run = TinyTraining.onlyRun(folder.resolve("whole"));

    assertThat(run.resolve("status")).hasContent("complete\n");
    assertThat(run.resolve("curves.png")).isNotEmptyFile();
    EncoderBundle bundle = EncoderBundle.open(run.resolve("model"));
    TokenModel model = TokenModelJson.read(bundle.manifest().model());
    assertThat(bundle.parameters(model.parameters()).count()).isPositive();
    assertThat(model.predictor()).isNotNull();
    assertThat(bundle.manifest().provenance().steps()).isEqualTo(12);
    assertThat(bundle.manifest().provenance().metrics()).containsKey("validation/prediction");
    assertThatThrownBy(() -> ModelBundle.open(run.resolve("model")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("this is an encoder's: it knows no robot");
  }

  @Test
  void anInterruptedRunGoesOnToTheSameWeights() throws IOException {
    assertThat(pretrain("whole")).as(recorded.err()).isZero();
    Path whole = TinyTraining.onlyRun(folder.resolve("whole"));

    RecordedContext second = new RecordedContext();
    second.interruptAfterLooks(20);
    assertThat(MainRunner.run(second.context(), arguments("part"))).isEqualTo(130);
    Path part = TinyTraining.onlyRun(folder.resolve("part"));
    assertThat(second.out()).contains("lookahead pretrain --resume " + part);
    RecordedContext third = new RecordedContext();
    assertThat(MainRunner.run(third.context(), "pretrain", "--resume", part.toString()))
        .as(third.err())
        .isZero();

    assertThat(part.resolve("model/model.safetensors"))
        .hasBinaryContent(Files.readAllBytes(whole.resolve("model/model.safetensors")));
  }

  @Test
  void masksThatLeaveNoContextAreRefusedBeforeTheModelIsBuilt() {
    int code = pretrain("refused", "masking.targetScale.min=1.0", "masking.targetScale.max=1.0");

    assertThat(code).isEqualTo(2);
    assertThat(recorded.err()).contains("a context of 0 tokens", "at least 3 are needed");
  }

  @Test
  void aGridThatDoesNotDivideIsRefusedWithBothValues() {
    assertThat(pretrain("refused", "encoder.patchSize=7")).isEqualTo(2);
    assertThat(recorded.err()).contains("7 x 7 pixels do not tile").contains("32 x 32");
  }

  @Test
  void picturesOfAFolderThatIsNotThereAreRefusedAsData() {
    int code =
        MainRunner.run(
            recorded.context(), "pretrain", "pictures", "data.folder=" + folder.resolve("nowhere"));

    assertThat(code).isEqualTo(3);
    assertThat(recorded.err())
        .contains("there is no such folder of pictures")
        .contains("data.folder must name a folder of JPEG or PNG files")
        .doesNotContain("lookahead collect");
  }

  @Test
  void aRecordingThatIsNotThereIsRefusedAsData() {
    int code =
        MainRunner.run(
            recorded.context(), "pretrain", "recording", "data.path=" + folder.resolve("nowhere"));

    assertThat(code).isEqualTo(3);
    assertThat(recorded.err())
        .contains("there is no such file or directory")
        .contains("data.path must name a recording");
  }

  @Test
  void aWarmupOfThePresetThatDoesNotFitIsExplained() {
    assertThat(pretrain("refused", "training.steps=10", "training.warmupSteps=60")).isEqualTo(2);
    assertThat(recorded.err())
        .contains(
            "warmupSteps must be in [0, 10), fewer than steps, got 60; set warmupSteps as well");
  }

  private int pretrain(String out, String... more) {
    return MainRunner.run(recorded.context(), arguments(out, more));
  }

  private String[] arguments(String out, String... more) {
    List<String> arguments = new ArrayList<>(TINY);
    arguments.add("data.collection.folder=" + folder.resolve("frames"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    return arguments.toArray(String[]::new);
  }
}
