package dev.lookahead.bridge.ros1.name;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about a node: where its master is and how others reach it.
 *
 * @param masterUri from {@code ROS_MASTER_URI}
 * @param host how other hosts dial this one: {@code ROS_HOSTNAME}, else {@code ROS_IP}; empty keeps
 *     everything on the loopback interface
 * @param namespace from {@code ROS_NAMESPACE}
 */
public record RosEnvironment(URI masterUri, Optional<String> host, GraphName namespace) {

  /** Where a master listens if nothing else is said. */
  public static final int MASTER_PORT = 11311;

  /** Refuses a master that is not an http URI with a host, and namespaces that are not global. */
  public RosEnvironment {
    if (!"http".equals(masterUri.getScheme()) || masterUri.getHost() == null) {
      throw new IllegalArgumentException(
          "ROS_MASTER_URI must be like http://HOST:" + MASTER_PORT + ", got " + masterUri);
    }
    if (masterUri.getPort() < 0) {
      masterUri = URI.create("http://" + masterUri.getHost() + ":" + MASTER_PORT);
    }
    if (host.isPresent() && host.get().isBlank()) {
      throw new IllegalArgumentException("ROS_HOSTNAME and ROS_IP must not be blank");
    }
    if (!namespace.isGlobal()) {
      throw new IllegalArgumentException("ROS_NAMESPACE must be global, got '" + namespace + "'");
    }
  }

  /** A master on this host, names in the root, and loopback only. */
  public static RosEnvironment defaults() {
    return new RosEnvironment(
        URI.create("http://127.0.0.1:" + MASTER_PORT), Optional.empty(), GraphName.ROOT);
  }

  /**
   * What the variables of a process say.
   *
   * @param variables such as {@code System.getenv()}
   * @throws IllegalArgumentException naming the variable that cannot be used
   */
  public static RosEnvironment of(Map<String, String> variables) {
    RosEnvironment defaults = defaults();
    Optional<String> host = set(variables, "ROS_HOSTNAME").or(() -> set(variables, "ROS_IP"));
    GraphName namespace =
        set(variables, "ROS_NAMESPACE")
            .map(text -> GraphName.ROOT.join(GraphName.of(text)))
            .orElse(defaults.namespace());
    URI master =
        set(variables, "ROS_MASTER_URI").map(RosEnvironment::uri).orElse(defaults.masterUri());
    return new RosEnvironment(master, host, namespace);
  }

  private static Optional<String> set(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "ROS_MASTER_URI must be like http://HOST:" + MASTER_PORT + ", got '" + text + "'", e);
    }
  }

  /** The same environment with another master. */
  public RosEnvironment withMaster(URI uri) {
    return new RosEnvironment(uri, host, namespace);
  }
}
