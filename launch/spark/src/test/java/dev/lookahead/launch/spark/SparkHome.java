package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A Spark installation made of the published jars, and what runs from it; loopback only. */
final class SparkHome {

  static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";
  static final String MASTER = "org.apache.spark.deploy.master.Master";
  static final String WORKER = "org.apache.spark.deploy.worker.Worker";

  private final Path home;

  private SparkHome(Path home) {
    this.home = home;
  }

  /** Makes one. Spark takes a folder for an installation if it has {@code jars} and RELEASE. */
  static SparkHome in(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("spark"));
    Files.createSymbolicLink(home.resolve("jars"), jars());
    Files.createFile(home.resolve("RELEASE"));
    return new SparkHome(home);
  }

  /** The folder of Spark's own jars. */
  static Path jars() {
    return Path.of(System.getProperty("spark.jars"));
  }

  /** The job. */
  static Path job() {
    return Path.of(System.getProperty("job.jar"));
  }

  /** Starts a class of Spark with the options that Spark's own launcher chooses for it. */
  RunningProgram start(String name, String mainClass, List<String> arguments) throws Exception {
    return RunningProgram.start(
        home.resolve(name + ".log"), command(mainClass, arguments), environment());
  }

  /** Its folder, which stands in the command line of all that is started from it. */
  @Override
  public String toString() {
    return home.toString();
  }

  private List<String> command(String mainClass, List<String> arguments) throws Exception {
    List<String> launcher =
        new ArrayList<>(
            List.of(java(), "-cp", home + "/jars/*", "org.apache.spark.launcher.Main", mainClass));
    launcher.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(launcher);
    builder.environment().putAll(environment());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    // What follows the first NUL and newline is the command, its words ended by NULs.
    List<String> words = Arrays.asList(said.substring(said.indexOf("\0\n") + 2).split("\0", -1));
    return words.subList(0, words.size() - 1);
  }

  private Map<String, String> environment() {
    return Map.of(
        "SPARK_HOME", home.toString(),
        "SPARK_SCALA_VERSION", "2.13",
        "SPARK_LOCAL_IP", "127.0.0.1",
        "SPARK_LOCAL_DIRS", home.resolve("local").toString(),
        "SPARK_DAEMON_MEMORY", "512m",
        "JAVA_HOME", System.getProperty("java.home"),
        "OMP_NUM_THREADS", "1");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
