package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers as processes on loopback, one of whose executors is killed. */
@Timeout(600)
class SparkClusterTest {

  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
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
    SparkHome spark = SparkHome.in(temporary);
    String port = Integer.toString(freePort());
    String url = "spark://127.0.0.1:" + port;

    try (RunningProgram master =
            spark.start(
                "master",
                SparkHome.MASTER,
                daemon("--host", "127.0.0.1", "--port", port, "--webui-port", "0"));
        RunningProgram one = worker(spark, master, "one", url);
        RunningProgram other = worker(spark, master, "other", url)) {
      master.awaitLog("Registering worker", 2);
      try (RunningProgram job = submit(spark, url, dataset, measured)) {
        job.await("a few episodes", () -> episodes(measured) >= 4);
        ProcessHandle killed = executors(one, other).get(0);
        assertThat(RunningProgram.hasEngine(killed)).isTrue();
        assertThat(RunningProgram.hasEngine(job.handle())).as("the driver's engine").isFalse();
        killed.destroyForcibly();
        assertThat(episodes(measured)).as("the job is not over yet").isLessThan(EPISODES);

        assertThat(job.end()).as(job.log()).isZero();
        assertThat(job.log()).contains("%d episodes are done".formatted(EPISODES));
      }
      assertThat(master.log()).contains("is EXITED").contains("/2 on worker");
    }
    alone.merge(measured);

    assertThat(OneProcess.content(measured)).isEqualTo(OneProcess.content(expected));
  }

  private RunningProgram submit(SparkHome spark, String url, Path dataset, Path into)
      throws Exception {
    List<String> arguments =
        Stream.concat(
                Stream.concat(
                    Stream.of("--master", url, "--executor-memory", "1g", "--executor-cores", "1"),
                    daemon().stream()),
                Stream.concat(
                    Stream.of(
                        "local:" + SparkHome.job(),
                        "two-room",
                        dataset.toString(),
                        "--into",
                        into.toString()),
                    SETTINGS.stream()))
            .toList();
    return spark.start("submit", SparkHome.SUBMIT, arguments);
  }

  private RunningProgram worker(SparkHome spark, RunningProgram master, String name, String url)
      throws Exception {
    master.awaitLog("I have been elected leader", 1);
    return spark.start(
        name,
        SparkHome.WORKER,
        daemon(
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1500m",
            "--webui-port",
            "0",
            "--work-dir",
            temporary.resolve("work-" + name).toString(),
            url));
  }

  /** Options, and before them the file that only members of the cluster can read. */
  private List<String> daemon(String... options) throws IOException {
    Path secret = temporary.resolve("secret.conf");
    if (!Files.exists(secret)) {
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          secret,
          """
          spark.authenticate true
          spark.authenticate.secret only-of-this-test
          spark.master.rest.enabled false
          spark.ui.enabled false
          """);
    }
    return Stream.concat(Stream.of("--properties-file", secret.toString()), Stream.of(options))
        .toList();
  }

  private static List<ProcessHandle> executors(RunningProgram... workers) {
    return Stream.of(workers).flatMap(worker -> worker.children(EXECUTOR).stream()).toList();
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
