package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {

  @TempDir Path temporary;

  private RecordedContext recorded = new RecordedContext();
  private Path data = Path.of("");

  @BeforeEach
  void chooseFolder() {
    data = temporary.resolve("data");
  }

  @Test
  void aPresetIsCollectedIntoItsFolder() throws IOException {
    assertThat(collect("recipe.episodes=3")).isZero();

    assertThat(EpisodeDataset.open(data).size()).isEqualTo(3);
    assertThat(recorded.out()).contains("3 of 3 episodes in " + data);
    Path run = onlyRun();
    assertThat(run.resolve("status")).hasContent("complete\n");
    assertThat(run.resolve("config.yaml")).content().contains("episodes: 3");
    assertThat(Files.readAllLines(run.resolve("events.jsonl"))).hasSize(3);
  }

  @Test
  void ctrlCEndsWithAUsableDatasetThatCanBeContinued() throws IOException {
    recorded.interrupt();
    assertThat(collect("recipe.episodes=3")).isEqualTo(130);
    assertThat(onlyRun().resolve("status")).hasContent("interrupted\n");

    recorded = new RecordedContext();
    assertThat(collect("recipe.episodes=3")).isZero();
    assertThat(EpisodeDataset.open(data).size()).isEqualTo(3);
  }

  @Test
  void theResultIsAlsoJson() {
    assertThat(collect("recipe.episodes=2", "--json")).isZero();
    assertThat(recorded.out()).contains("\"episodes\" : 2").contains("\"complete\" : true");
    assertThat(recorded.err()).isEmpty();
  }

  @Test
  void wrongSettingsAreReportedTogetherBeforeAnythingIsWritten() throws IOException {
    assertThat(collect("recipe.episode=3", "frameSide=7", "world.type=two-rooms")).isEqualTo(2);
    assertThat(recorded.err())
        .contains("recipe.episode (command line): unknown key; did you mean 'episodes'?")
        .contains("did you mean 'two-room'?");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aPresetThatDoesNotExistIsRefusedWithTheNearest() {
    int code = MainRunner.run(recorded.context(), "collect", "two-rom");

    assertThat(code).isEqualTo(2);
    assertThat(recorded.err()).contains("no preset 'two-rom'").contains("did you mean 'two-room'?");
  }

  @Test
  void aDamagedShardIsADataErrorWithoutATrace() throws IOException {
    collect("recipe.episodes=2");
    Path shard = data.resolve("shard-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    Files.write(shard, Arrays.copyOf(bytes, bytes.length / 2));

    recorded = new RecordedContext();
    assertThat(collect("recipe.episodes=4")).isEqualTo(3);
    assertThat(recorded.err()).contains("shard-00000.safetensors").doesNotContain("\tat ");
  }

  @Test
  void episodesOfAnotherRecipeAreNotMixedIn() throws IOException {
    collect("recipe.episodes=2");
    String before = EpisodeDataset.open(data).fullHash();

    recorded = new RecordedContext();
    assertThat(collect("recipe.episodes=4", "recipe.newGoals=false", "world.minGoalSteps=9"))
        .isEqualTo(3);
    assertThat(recorded.err())
        .contains("recipe.newGoals is true there, asked for is false")
        .contains("world.minGoalSteps is 0 there, asked for is 9")
        .contains("record into another folder with folder=...")
        .doesNotContain("\tat ");
    assertThat(EpisodeDataset.open(data).fullHash()).isEqualTo(before);
  }

  @Test
  void aFileInTheWayIsReportedWithoutATrace() throws IOException {
    Files.writeString(temporary.resolve("runs"), "in the way");

    assertThat(collect("recipe.episodes=2")).isEqualTo(1);
    assertThat(recorded.err()).contains("runs").doesNotContain("\tat ");
  }

  private int collect(String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "collect",
                    "two-room",
                    "folder=" + data,
                    "frameSide=16",
                    "recipe.steps=20",
                    "--out=" + temporary.resolve("runs")),
                Stream.of(more))
            .toList();
    return MainRunner.run(recorded.context(), arguments.toArray(String[]::new));
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(temporary.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
