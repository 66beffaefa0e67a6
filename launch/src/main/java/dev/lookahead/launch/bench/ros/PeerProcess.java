package dev.lookahead.launch.bench.ros;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A node in a process of its own, in the graph of the measurement whatever the shell says. */
final class PeerProcess {

  private PeerProcess() {}

  /**
   * A process to start.
   *
   * @param folder for the logs of the library
   */
  static ProcessBuilder builder(List<String> command, URI master, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("ROS_MASTER_URI", master.toString());
    environment.put("ROS_IP", master.getHost());
    environment.put("ROS_HOME", folder.toString());
    environment.remove("ROS_HOSTNAME");
    environment.remove("ROS_NAMESPACE");
    return builder;
  }
}
