package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Recordings and measurements that a person stops, in real processes with real signals. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CtrlCOfflineTest {

  private static final int EPISODES = 50;

  /** So often that merging it takes longer than starting to. */
  private static final int REPETITIONS = 400;

  @TempDir Path folder;

  @BeforeEach
  void collect() {
    run(
        "collect",
        "two-room",
        "recipe.steps=20",
        "recipe.episodes=" + EPISODES,
        "folder=" + folder.resolve("data"),
        "--out",
        folder.resolve("runs").toString());
  }

  private static void run(String... arguments) {
    RecordedContext recorded = new RecordedContext();
    assertThat(Main.execute(recorded.context(), arguments)).as(recorded.err()).isZero();
  }

  private String[] merge(String form) {
    List<String> arguments =
        new ArrayList<>(List.of("data", "merge", folder.resolve("all").toString(), "--to", form));
    arguments.addAll(Collections.nCopies(REPETITIONS, folder.resolve("data").toString()));
    return arguments.toArray(String[]::new);
  }

  @Test
  void shardsThatWereStoppedAreGoneOnWith() throws Exception {
    Path unfinished = folder.resolve("all.unfinished");
    Path pending = unfinished.resolve("shard-00000.safetensors.tmp");
    int stopped;
    try (LookaheadProcess merging =
        LookaheadProcess.start(folder, () -> Files.exists(pending), merge("shards"))) {
      assertThat(merging.end("INT")).isEqualTo(130);
    }
    assertThat(folder.resolve("all")).doesNotExist();
    stopped = EpisodeDataset.open(unfinished).size();
    assertThat(stopped).isBetween(1, EPISODES * REPETITIONS - 1);

    run(merge("shards"));

    assertThat(unfinished).doesNotExist();
    EpisodeDataset once = EpisodeDataset.open(folder.resolve("data"));
    EpisodeDataset all = EpisodeDataset.open(folder.resolve("all"));
    assertThat(all.size()).isEqualTo(EPISODES * REPETITIONS);
    for (int number : new int[] {0, stopped - 1, stopped, all.size() - 1}) {
      assertThat(all.episode(number)).isEqualTo(once.episode(number % EPISODES));
    }
  }

  @Test
  void aFormThatCannotBeGoneOnWithLeavesNothing() throws Exception {
    Path first = folder.resolve("all.unfinished/episode-000000");
    try (LookaheadProcess merging =
        LookaheadProcess.start(folder, () -> Files.exists(first), merge("folder"))) {
      assertThat(merging.end("INT")).isEqualTo(130);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("all"));
    }
  }

  @Test
  void measurementsThatWereStoppedAreGoneOnWith() throws Exception {
    Path episodes = folder.resolve("measured/episodes");
    String[] rollout = {
      "rollout",
      "two-room",
      folder.resolve("data").toString(),
      "measure.blocksAhead=2",
      "actionScore.starts=0",
      "--into",
      folder.resolve("measured").toString(),
      "--out",
      folder.resolve("runs").toString()
    };
    try (LookaheadProcess measuring =
        LookaheadProcess.start(folder, () -> measured(episodes) > 0, rollout)) {
      assertThat(measuring.end("INT")).isEqualTo(130);
    }
    assertThat(measured(episodes)).isBetween(1, EPISODES - 1);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    run(rollout);

    assertThat(measured(episodes)).isEqualTo(EPISODES);
    assertThat(folder.resolve("measured/report.html")).isNotEmptyFile();
  }

  private static int measured(Path episodes) throws IOException {
    if (!Files.exists(episodes)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(episodes)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
