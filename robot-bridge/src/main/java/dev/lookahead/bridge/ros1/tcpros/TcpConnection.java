package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/** Socket options of every TCPROS connection, and how one is opened. */
final class TcpConnection {

  /** Of connecting and of exchanging the headers. */
  static final Duration HANDSHAKE = Duration.ofSeconds(5);

  /**
   * A second of silence, then one probe that has a second to be answered. A probe that is lost on
   * its way costs a reconnection, at once; a second probe would cost every dead link a second more.
   */
  static final int KEEPALIVE_SECONDS = 1;

  static final int KEEPALIVE_PROBES = 1;

  private TcpConnection() {}

  /** An opened connection with the timeouts of the handshake; the caller closes it. */
  static Socket open(InetSocketAddress address, TransportHints hints) throws IOException {
    if (address.isUnresolved()) {
      throw new UnknownHostException(
          "the host "
              + address.getHostString()
              + " is unknown here: set ROS_IP on that machine, or name it in /etc/hosts");
    }
    Socket socket = new Socket();
    try {
      socket.setReceiveBufferSize(hints.receiveBufferBytes());
      socket.setTcpNoDelay(hints.tcpNoDelay());
      socket.setSoTimeout((int) HANDSHAKE.toMillis());
      keepAlive(socket);
      socket.connect(address, (int) HANDSHAKE.toMillis());
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Lets the kernel notice after two seconds of silence that the other machine is gone. */
  private static void keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEPALIVE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEPALIVE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEPALIVE_PROBES);
    }
  }

  /** The same for an accepted connection; its small messages leave at once. */
  static void prepareAccepted(NetworkChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    SocketOption<Integer> idle = ExtendedSocketOptions.TCP_KEEPIDLE;
    if (channel.supportedOptions().contains(idle)) {
      channel.setOption(idle, KEEPALIVE_SECONDS);
      channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEPALIVE_SECONDS);
      channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEPALIVE_PROBES);
    }
  }
}
