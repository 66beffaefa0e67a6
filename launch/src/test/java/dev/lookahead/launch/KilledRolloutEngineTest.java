package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.launch.supervise.OwnProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shard in a process of its own that dies without warning. */
@Timeout(300)
class KilledRolloutEngineTest {

  private static final int EPISODES = 16;

  @TempDir Path temporary;
  private final RecordedContext recorded = new RecordedContext();

  @Test
  void aKilledShardGoesOnWhereItWasAndTheResultIsTheSame() throws Exception {
    assertThat(
            run(
                "collect",
                "two-room",
                "recipe.episodes=" + EPISODES,
                "recipe.steps=40",
                "folder=" + in("data"),
                "--out",
                in("runs")))
        .isZero();
    assertThat(run(rollout("whole", "1/1"))).isZero();

    Path episodes = temporary.resolve("shards/episodes");
    Process killed =
        new ProcessBuilder(
                OwnProgram.command(
                    List.of("-XX:TieredStopAtLevel=1"), List.of(rollout("shards", "1/2"))))
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log").toFile())
            .start();
    try {
      while (killed.isAlive() && finished(episodes).size() < 2) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } finally {
      killed.destroyForcibly();
    }
    assertThat(killed.waitFor()).as(Files.readString(temporary.resolve("log"))).isEqualTo(137);
    List<Path> before = finished(episodes);
    assertThat(before).hasSizeBetween(2, EPISODES / 2 - 1);
    List<Object> times = times(before);

    assertThat(run(rollout("shards", "2/2"))).isZero();
    assertThat(run(rollout("shards", "1/2"))).isZero();
    assertThat(run("merge", in("shards"))).isZero();

    assertThat(times(before)).as("what was measured is not measured again").isEqualTo(times);
    assertThat(FolderContent.of(temporary.resolve("shards")))
        .isEqualTo(FolderContent.of(temporary.resolve("whole")));
  }

  private static List<Path> finished(Path episodes) throws IOException {
    if (!Files.isDirectory(episodes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(episodes)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static List<Object> times(List<Path> files) throws IOException {
    List<Object> times = new ArrayList<>();
    for (Path file : files) {
      times.add(Files.getLastModifiedTime(file));
    }
    return times;
  }

  private String[] rollout(String into, String shard) {
    List<String> arguments = new ArrayList<>(List.of("rollout", "two-room", in("data")));
    arguments.addAll(SmallMeasurement.SETTINGS);
    arguments.addAll(List.of("--into", in(into), "--shard", shard, "--out", in("runs")));
    return arguments.toArray(String[]::new);
  }

  private String in(String name) {
    return temporary.resolve(name).toString();
  }

  private int run(String... arguments) {
    return MainRunner.run(recorded.context(), arguments);
  }
}
