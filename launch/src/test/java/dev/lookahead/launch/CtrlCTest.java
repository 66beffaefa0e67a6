package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.episode.EpisodeDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real signals, since a signal's handler is installed once per process. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CtrlCTest {

  private static final int MORE_THAN_CAN_BE_DONE = 1_000_000;

  @TempDir Path folder;

  private @Nullable Process process;

  @AfterEach
  void endTheProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void theFirstCtrlCFinishesTheEpisodeAndLeavesAUsableDataset() throws Exception {
    Process collecting = startCollecting();

    signal(collecting, "INT");

    assertThat(collecting.waitFor()).isEqualTo(130);
    assertThat(run().resolve("status")).hasContent("interrupted\n");
    assertThat(EpisodeDataset.open(folder.resolve("data")).size()).isPositive();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
    assertThat(folder.resolve("err")).content().contains("press Ctrl-C again");
  }

  @Test
  void aKilledCollectionKeepsItsCompleteShardsAndContinues() throws Exception {
    Process collecting = startCollecting();

    collecting.destroyForcibly().waitFor();

    assertThat(run().resolve("status")).hasContent("running\n");
    assertThat(EpisodeDataset.open(folder.resolve("data")).episodes()).isNotNull();
    signal(startCollecting(), "TERM");
    assertThat(started().waitFor()).isEqualTo(130);
    assertThat(EpisodeDataset.open(folder.resolve("data")).size()).isPositive();
  }

  private Process startCollecting() throws Exception {
    long before = events();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lookahead.launch.Main",
                "collect",
                "two-room",
                "frameSide=16",
                "recipe.steps=10",
                "recipe.episodes=" + MORE_THAN_CAN_BE_DONE,
                "folder=" + folder.resolve("data"),
                "--out=" + folder.resolve("runs"))
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    while (events() == before && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(process.isAlive()).as(Files.readString(folder.resolve("err"))).isTrue();
    return process;
  }

  private Process started() {
    return Objects.requireNonNull(process);
  }

  /** The number of bytes in all event logs. */
  private long events() throws IOException {
    long bytes = 0;
    if (Files.isDirectory(folder.resolve("runs"))) {
      try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
        for (Path file : files.filter(f -> f.endsWith("events.jsonl")).toList()) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }

  private Path run() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private static void signal(Process process, String name) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}
