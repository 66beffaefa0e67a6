package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.RosEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where a node listens and what it tells others to dial.
 *
 * @param bind the interface, exactly one
 * @param advertised host name or address
 */
record NodeAddress(InetAddress bind, String advertised) {

  /**
   * The loopback interface, or the one the environment names.
   *
   * @throws IOException if the name is unknown, or the master is on another machine that could
   *     never dial back
   */
  static NodeAddress of(RosEnvironment environment) throws IOException {
    if (environment.host().isPresent()) {
      String host = environment.host().get();
      return new NodeAddress(resolve("ROS_HOSTNAME or ROS_IP", host), host);
    }
    InetAddress master = resolve("ROS_MASTER_URI", environment.masterUri().getHost());
    if (!master.isLoopbackAddress()) {
      throw new IOException(
          "the master is on another machine ("
              + environment.masterUri()
              + "), which cannot dial this one on its loopback interface: set ROS_IP to the address"
              + " by which others reach this machine");
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new NodeAddress(loopback, loopback.getHostAddress());
  }

  private static InetAddress resolve(String variable, String host) throws IOException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IOException(
          variable + " names the host '" + host + "', which is unknown here: use an address", e);
    }
  }

  /** Any free port there. */
  InetSocketAddress anyPort() {
    return new InetSocketAddress(bind, 0);
  }
}
