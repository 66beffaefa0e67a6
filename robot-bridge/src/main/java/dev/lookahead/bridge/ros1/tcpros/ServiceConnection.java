package dev.lookahead.bridge.ros1.tcpros;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A caller's end of a connection to a service. One thread at a time. */
public final class ServiceConnection implements AutoCloseable {

  private final Socket socket;
  private final String service;
  private final TcprosLimits limits;
  private final LongSupplier nanoClock;

  private ServiceConnection(
      Socket socket, String service, TcprosLimits limits, LongSupplier nanoClock) {
    this.socket = socket;
    this.service = service;
    this.limits = limits;
    this.nanoClock = nanoClock;
  }

  /**
   * Connects and exchanges headers.
   *
   * @throws TcprosException if the server refuses or has another type
   */
  public static ServiceConnection open(
      InetSocketAddress address,
      ServiceRequest request,
      TcprosLimits limits,
      LongSupplier nanoClock)
      throws IOException {
    Socket socket = TcpConnection.open(address, TransportHints.defaults());
    try {
      socket.getOutputStream().write(request.header().encode().array());
      ConnectionHeader answer = ConnectionHeader.read(socket.getInputStream(), limits);
      answer.requireAccepted("the server of " + request.service());
      answer.requireSame("md5sum", request.md5());
      return new ServiceConnection(socket, request.service(), limits, nanoClock);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Calls the service and waits for its response.
   *
   * @param request position to limit
   * @return the response, position to limit, owned by the caller
   * @throws TcprosException with the server's sentence if it could not answer
   * @throws IOException if the connection fails or the response does not come in time
   */
  public ByteBuffer call(ByteBuffer request, Duration timeout) throws IOException {
    socket.getOutputStream().write(Publication.framed(request).array());
    try {
      InputStream in = new DeadlineStream(socket, timeout, nanoClock);
      int ok = in.read();
      if (ok < 0) {
        throw new EOFException("the server of " + service + " closed the connection unanswered");
      }
      BodyStream bodies = new BodyStream(in, limits, SilencePolicy.AS_THE_SOCKET);
      ByteBuffer response = bodies.read(ByteBuffer.allocate(0));
      if (ok == 0) {
        throw new TcprosException(
            service + " failed: " + StandardCharsets.UTF_8.decode(response.duplicate()));
      }
      return response;
    } catch (SocketTimeoutException e) {
      throw new IOException(service + " did not answer within " + timeout.toMillis() + " ms", e);
    }
  }

  /** Closes the connection. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
