package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real signals. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CtrlCTest {

  private static final int MORE_THAN_CAN_BE_DONE = 1_000_000;

  @TempDir Path folder;

  @Test
  void theFirstCtrlCFinishesTheEpisodeAndLeavesAUsableDataset() throws Exception {
    try (LookaheadProcess collecting = startCollecting()) {
      assertThat(collecting.end("INT")).isEqualTo(130);

      assertThat(run().resolve("status")).hasContent("interrupted\n");
      assertThat(EpisodeDataset.open(folder.resolve("data")).size()).isPositive();
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
      }
      assertThat(collecting.err()).contains("press Ctrl-C again");
    }
  }

  @Test
  void aKilledCollectionGoesOnToTheBytesOfAnUninterruptedOne() throws Exception {
    try (LookaheadProcess killed = startCollecting()) {
      killed.end("KILL");
    }

    assertThat(run().resolve("status")).hasContent("running\n");
    assertThat(EpisodeDataset.open(folder.resolve("data")).episodes()).isNotNull();
    try (LookaheadProcess again = startCollecting()) {
      assertThat(again.end("TERM")).isEqualTo(130);
    }
    EpisodeDataset continued = EpisodeDataset.open(folder.resolve("data"));
    assertThat(continued.size()).isPositive();
    RecordedContext recorded = new RecordedContext();
    assertThat(Main.execute(recorded.context(), collect("whole", continued.size()))).isZero();
    assertThat(continued.fullHash())
        .isEqualTo(EpisodeDataset.open(folder.resolve("whole")).fullHash());
  }

  private LookaheadProcess startCollecting() throws Exception {
    return LookaheadProcess.start(folder, 1, collect("data", MORE_THAN_CAN_BE_DONE));
  }

  private String[] collect(String data, int episodes) {
    return new String[] {
      "collect",
      "two-room",
      "frameSide=16",
      "recipe.steps=10",
      "recipe.episodes=" + episodes,
      "folder=" + folder.resolve(data),
      "--out=" + folder.resolve("runs")
    };
  }

  private Path run() throws Exception {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
