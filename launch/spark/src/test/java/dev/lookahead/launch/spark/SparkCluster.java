package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A standalone cluster on loopback: a master and two workers of one core each, every one a process.
 * Only who knows the secret may submit. Closing it leaves no process, also none that a worker
 * started while it was killed.
 */
final class SparkCluster implements AutoCloseable {

  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
  private static final int WORKERS = 2;

  private final Path folder;
  private final SparkHome home;
  private final Path secret;
  private final String url;
  private final List<RunningProgram> programs = new ArrayList<>();

  private SparkCluster(Path folder, SparkHome home, Path secret, String url) {
    this.folder = folder;
    this.home = home;
    this.secret = secret;
    this.url = url;
  }

  /** Starts one and waits until both workers are registered. */
  static SparkCluster in(Path folder) throws Exception {
    String port = Integer.toString(freePort());
    SparkCluster cluster =
        new SparkCluster(folder, SparkHome.in(folder), secret(folder), "spark://127.0.0.1:" + port);
    try {
      RunningProgram master =
          cluster.daemon(
              "master",
              SparkHome.MASTER,
              List.of("--host", "127.0.0.1", "--port", port, "--webui-port", "0"));
      master.awaitLog("I have been elected leader", 1);
      for (int worker = 1; worker <= WORKERS; worker++) {
        cluster.worker(worker);
      }
      master.awaitLog("Registering worker", WORKERS);
      return cluster;
    } catch (Throwable failed) {
      cluster.close();
      throw failed;
    }
  }

  private void worker(int number) throws Exception {
    Path work = folder.resolve("work-" + number);
    daemon(
        "worker-" + number,
        SparkHome.WORKER,
        List.of(
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1500m",
            "--webui-port",
            "0",
            "--work-dir",
            work.toString(),
            url));
  }

  private RunningProgram daemon(String name, String mainClass, List<String> options)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--properties-file", secret.toString()));
    arguments.addAll(options);
    RunningProgram daemon = home.start(name, mainClass, arguments);
    programs.add(daemon);
    return daemon;
  }

  /** Submits the job in client mode; it finds its jar where it lies. */
  RunningProgram submit(List<String> job) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--master", url, "--executor-memory", "1g", "--executor-cores", "1"));
    // A jar that is not shipped is not looked into either: its main class must be said.
    arguments.addAll(List.of("--class", RolloutJob.class.getName(), "local:" + SparkHome.job()));
    arguments.addAll(job);
    return daemon("submit", SparkHome.SUBMIT, arguments);
  }

  /** The executors that run now. */
  List<ProcessHandle> executors() {
    return programs.stream().flatMap(program -> program.children(EXECUTOR).stream()).toList();
  }

  /** An executor's number, which its command line says. */
  static String number(ProcessHandle executor) {
    String command = executor.info().commandLine().orElseThrow();
    return command.replaceFirst("(?s).*--executor-id (\\d+).*", "$1");
  }

  /** Master, workers, driver and executors. */
  List<ProcessHandle> processes() {
    return Stream.concat(
            programs.stream().map(RunningProgram::handle).filter(ProcessHandle::isAlive),
            executors().stream())
        .toList();
  }

  /** What master, workers and driver said, one after the other. */
  String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    for (RunningProgram program : programs) {
      logs.append(program.log());
    }
    return logs.toString();
  }

  @Override
  public void close() {
    for (int i = programs.size() - 1; i >= 0; i--) {
      programs.get(i).close();
    }
    List<ProcessHandle> left = left();
    left.forEach(ProcessHandle::destroyForcibly);
    left.forEach(process -> process.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    assertThat(left()).as("processes of the cluster").isEmpty();
  }

  /** All of its processes have the installation's folder in their command line. */
  private List<ProcessHandle> left() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
        .toList();
  }

  /** The file that only members of the cluster can read. */
  private static Path secret(Path folder) throws IOException {
    Path secret = folder.resolve("secret.conf");
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        secret,
        """
        spark.authenticate true
        spark.authenticate.secret only-of-this-test
        spark.master.rest.enabled false
        spark.ui.enabled false
        """);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
