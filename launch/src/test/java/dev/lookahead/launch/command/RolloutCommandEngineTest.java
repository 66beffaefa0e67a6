package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.FolderContent;
import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.RateOfBundle;
import dev.lookahead.launch.SmallMeasurement;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.worldmodel.checkpoint.ModelTrust;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The bundled Two-Room model on a few episodes of its world. */
class RolloutCommandEngineTest {

  @TempDir Path temporary;
  private final RecordedContext recorded = new RecordedContext();
  private Path dataset = Path.of("");

  @BeforeEach
  void collect() throws Exception {
    dataset = temporary.resolve("data");
    CollectCommand command = new CollectCommand(recorded.context());
    new CommandLine(command)
        .parseArgs(
            "two-room",
            "recipe.episodes=6",
            "recipe.steps=40",
            "folder=" + dataset,
            "--out",
            temporary.resolve("runs").toString());
    assertThat(command.call()).isEqualTo(ExitCode.OK.code());
  }

  private int rollout(List<String> arguments, String... more) throws Exception {
    RolloutCommand command = new RolloutCommand(recorded.context());
    List<String> all = new ArrayList<>(arguments);
    all.addAll(SmallMeasurement.SETTINGS);
    all.addAll(List.of(more));
    all.addAll(List.of("--out", temporary.resolve("runs").toString()));
    new CommandLine(command).parseArgs(all.toArray(String[]::new));
    return command.call();
  }

  private int shard(Path into, String share) throws Exception {
    return rollout(
        List.of("two-room", dataset.toString()), "--into", into.toString(), "--shard", share);
  }

  private int merge(Path... folders) throws Exception {
    MergeCommand command = new MergeCommand(recorded.context());
    String[] names = new String[folders.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = folders[i].toString();
    }
    new CommandLine(command).parseArgs(names);
    return command.call();
  }

  @Test
  void theResultDoesNotDependOnWhoMeasuredWhat() throws Exception {
    Path whole = temporary.resolve("whole");
    assertThat(shard(whole, "1/1")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("This model can be planned with").contains("skill");

    Path half = temporary.resolve("half");
    assertThat(shard(half, "2/2")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("3 of 6 episodes are done");
    assertThat(shard(half, "1/2")).isEqualTo(ExitCode.OK.code());
    assertThat(merge(half)).isEqualTo(ExitCode.OK.code());

    Path one = temporary.resolve("one");
    Path other = temporary.resolve("other");
    for (int i = 1; i <= 7; i++) {
      assertThat(shard(i % 2 == 0 ? one : other, i + "/7")).isEqualTo(ExitCode.OK.code());
    }
    assertThatThrownBy(() -> merge(one))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 of 6 episodes are not measured yet: 1, 3, 5");
    assertThat(merge(one, other)).isEqualTo(ExitCode.OK.code());
    assertThat(FolderContent.of(half)).isEqualTo(FolderContent.of(whole));
    assertThat(FolderContent.of(one)).isEqualTo(FolderContent.of(whole));
  }

  @Test
  void aDamagedEpisodeIsReportedAndTheOthersCount() throws Exception {
    Path pictures = temporary.resolve("pictures");
    assertThat(
            MainRunner.run(
                recorded.context(),
                "data",
                "convert",
                dataset.toString(),
                pictures.toString(),
                "--to",
                "folder"))
        .isZero();
    try (Stream<Path> folders = Files.list(pictures)) {
      Path third = folders.filter(Files::isDirectory).sorted().toList().get(2);
      Files.writeString(third.resolve("000007.png"), "no picture");
    }
    dataset = pictures;
    Path whole = temporary.resolve("whole");
    assertThat(shard(whole, "1/1")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("1 of 6 episodes are damaged and left out; the first is episode 2: pictures/");
    assertThat(whole.resolve("episodes"))
        .isDirectoryContaining(file -> file.endsWith("episode-000002.refused.json"))
        .isDirectoryNotContaining(file -> file.endsWith("episode-000002.json"))
        .isDirectoryContaining(file -> file.endsWith("episode-000001.json"));

    Path one = temporary.resolve("one");
    Path other = temporary.resolve("other");
    assertThat(shard(one, "1/2")).isEqualTo(ExitCode.OK.code());
    assertThat(shard(other, "2/2")).isEqualTo(ExitCode.OK.code());
    assertThat(merge(other, one)).isEqualTo(ExitCode.OK.code());
    assertThat(FolderContent.of(other)).isEqualTo(FolderContent.of(whole));
  }

  @Test
  void whatWasMeasuredIsNotMeasuredAgain() throws Exception {
    Path folder = temporary.resolve("measured");
    shard(folder, "1/1");
    byte[] results = Files.readAllBytes(folder.resolve("results.json"));
    Path kept = folder.resolve("episodes/episode-000001.json");
    byte[] content = Files.readAllBytes(kept);
    Object before = Files.getLastModifiedTime(kept);
    Files.delete(folder.resolve("episodes/episode-000003.json"));

    assertThat(shard(folder, "1/1")).isEqualTo(ExitCode.OK.code());

    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
    assertThat(Files.readAllBytes(kept)).isEqualTo(content);
    assertThat(Files.readAllBytes(folder.resolve("results.json"))).isEqualTo(results);
  }

  @Test
  void otherSettingsAreNotMixedIn() throws Exception {
    Path folder = temporary.resolve("measured");
    shard(folder, "1/2");
    assertThatThrownBy(
            () ->
                rollout(
                    List.of("two-room", dataset.toString()),
                    "measure.seed=5",
                    "--into",
                    folder.toString(),
                    "--shard",
                    "2/2"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("other conditions");
  }

  @Test
  void aModelIsNeitherBetterNorWorseThanItself() throws Exception {
    Path folder = temporary.resolve("measured");
    shard(folder, "1/1");
    CompareCommand command = new CompareCommand(recorded.context());
    new CommandLine(command).parseArgs(folder.toString(), folder.toString());
    assertThat(command.call()).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("error as a share of copying, 5 steps ahead")
        .contains("0.000 to 0.000");
  }

  @Test
  void aModelLearnsHowFarItCanBeTrusted() throws Exception {
    Path model = temporary.resolve("model");
    Files.createDirectories(model);
    Path bundled = ModelStore.find("two-room");
    for (String file : List.of("bundle.json", "model.safetensors")) {
      Files.copy(bundled.resolve(file), model.resolve(file));
    }
    assertThat(rollout(List.of(model.toString(), dataset.toString())))
        .isEqualTo(ExitCode.OK.code());
    LoadedModel loaded = LoadedModel.read(model);
    assertThat(loaded.bundle().trust().farthest())
        .hasValueSatisfying(
            known -> {
              assertThat(known.dataset()).isEqualTo("data");
              assertThat(known.measuredSteps()).isEqualTo(15);
            });
    loaded.bundle().trust(new ModelTrust.Horizon("data", "0", 6, 20, 50));
    assertThat(LoadedModel.read(model).horizonWarning(MpcConfig.defaults()))
        .hasValueSatisfying(text -> assertThat(text).contains("25 steps ahead").contains("for 20"));
  }

  @Test
  void aRecordingAtAnotherRateIsMeasuredOnlyIfSomebodySaysSo() throws Exception {
    Path model = RateOfBundle.of(temporary, 50_000_000);
    List<String> arguments = List.of(model.toString(), dataset.toString());
    assertThatThrownBy(() -> rollout(arguments))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("learned at 20.000 frames per second, this recording has 10.000")
        .hasMessageContaining("mapping.rateHz=20.0")
        .hasMessageContaining("anyRate=true");
    assertThat(rollout(arguments, "anyRate=true", "episodes=2")).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.err()).contains("learned at 20.000 frames per second");
  }

  @Test
  void oneEpisodeGivesNoIntervalsAndNoTrust() throws Exception {
    Path folder = temporary.resolve("one");
    List<String> arguments = List.of("two-room", dataset.toString());
    assertThat(rollout(arguments, "episodes=1", "--into", folder.toString()))
        .isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out())
        .contains("One episode cannot tell how far this model can be trusted.")
        .contains("no interval");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("(no interval)");
    assertThat(Files.readString(folder.resolve("results.csv"))).doesNotContain("NaN,NaN");
  }

  @Test
  void probesOfFewEpisodesSayThatTheyHaveNoInterval() throws Exception {
    Path folder = temporary.resolve("few");
    shard(folder, "1/1");
    assertThat(recorded.out()).contains("tried on 1 episode only, so that there is no interval");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("one episode only, so that there is no interval")
        .contains("there are no patch tokens for an attentive probe");
    assertThat(Files.readString(folder.resolve("results.json"))).contains("\"episodes\" : 1");
  }

  @Test
  void shardsNeedAFolderToMeetIn() {
    assertThatThrownBy(() -> rollout(List.of("two-room", dataset.toString()), "--shard", "1/2"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("where shall the shards meet?");
    assertThatThrownBy(() -> shard(temporary, "3/2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 3/2");
    assertThatThrownBy(() -> shard(temporary, "one of two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("written like 2/7");
  }

  @Test
  void aRecordingOfAnotherRobotIsRefusedWithBothActionSpaces() {
    assertThatThrownBy(() -> rollout(List.of("point-maze-u", dataset.toString())))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the model acts by")
        .hasMessageContaining("px/step");
  }
}
