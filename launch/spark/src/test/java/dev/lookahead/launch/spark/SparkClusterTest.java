package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The job on a master and two workers on loopback, one of whose executors is killed. */
@Timeout(600)
class SparkClusterTest {

  private static final int EPISODES = 24;

  /** Enough work per episode that the job still runs when its executor dies. */
  private static final List<String> SETTINGS =
      List.of("measure.startsPerEpisode=4", "measure.blocksAhead=4", "actionScore.starts=2");

  @TempDir Path temporary;

  @Test
  void aKilledExecutorChangesNothingInTheResult() throws Exception {
    OneProcess alone = new OneProcess(temporary);
    Path dataset = alone.collect(EPISODES);
    Path expected = alone.rollout(dataset, SETTINGS);
    Path measured = temporary.resolve("measured");

    try (SparkCluster cluster = SparkCluster.in(temporary)) {
      RunningProgram job = cluster.submit(words(dataset, measured));
      job.await("both executors and a few episodes", () -> underWay(cluster, measured));
      ProcessHandle killed = cluster.executors().get(0);
      String number = SparkCluster.number(killed);
      ListeningSockets.Found sockets = ListeningSockets.of(cluster.processes());
      assertThat(sockets.sockets()).as("master, workers, driver").isGreaterThanOrEqualTo(4);
      assertThat(sockets.reachable()).as("sockets that others could reach").isEmpty();
      assertThat(RunningProgram.hasEngine(job.handle())).as("the driver's engine").isFalse();

      assertThat(killed.destroyForcibly()).as("SIGKILL").isTrue();
      killed.onExit().get(10, TimeUnit.SECONDS);
      assertThat(episodes(measured)).as("the job is not over yet").isLessThan(EPISODES);
      job.await("an executor in its place", () -> replaced(cluster));

      assertThat(job.end()).as(job.log()).isZero();
      assertThat(job.log())
          .contains("%d episodes are done, 0 of them damaged".formatted(EPISODES))
          .contains("Lost executor " + number)
          .as("the task that it was at")
          .containsPattern("Lost task \\d+\\.0 in stage 0\\.0 .*executor " + number);
      // 128 and the number of the signal.
      assertThat(cluster.logs())
          .containsPattern("Executor app-\\S+/%s finished .*exitStatus 137".formatted(number));
    }
    alone.merge(measured);

    assertThat(OneProcess.content(measured)).isEqualTo(OneProcess.content(expected));
  }

  private static List<String> words(Path dataset, Path into) {
    List<String> words =
        new ArrayList<>(List.of("two-room", dataset.toString(), "--into", into.toString()));
    words.addAll(SETTINGS);
    return words;
  }

  /** Whether both executors measure; some episodes are done and there is some way to go. */
  private static boolean underWay(SparkCluster cluster, Path measured) throws IOException {
    List<ProcessHandle> executors = cluster.executors();
    for (ProcessHandle executor : executors) {
      if (!RunningProgram.hasEngine(executor)) {
        return false;
      }
    }
    return executors.size() == 2 && episodes(measured) >= 4;
  }

  /** The first two executors have the numbers 0 and 1. */
  private static boolean replaced(SparkCluster cluster) {
    return cluster.executors().stream().map(SparkCluster::number).anyMatch("2"::equals);
  }

  private static long episodes(Path measured) throws IOException {
    Path episodes = measured.resolve("episodes");
    if (!Files.isDirectory(episodes)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(episodes)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
