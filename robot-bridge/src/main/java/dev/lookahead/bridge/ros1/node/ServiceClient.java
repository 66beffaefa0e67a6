package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.master.MasterClient;
import dev.lookahead.bridge.ros1.message.ServiceType;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.tcpros.ServiceConnection;
import dev.lookahead.bridge.ros1.tcpros.ServiceRequest;
import dev.lookahead.bridge.ros1.tcpros.TcprosLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a service. A persistent client keeps its connection from call to call; after a failure the
 * next call asks the master anew and connects again. Nothing is called twice on its own: the server
 * may have acted before the connection broke.
 *
 * <p>Thread: any; one call at a time.
 *
 * @param <Q> the requests
 * @param <R> the responses
 */
public final class ServiceClient<Q, R> implements AutoCloseable {

  private static final int MAX_PORT = 65_535;

  private final GraphName name;
  private final ServiceType<Q, R> type;
  private final ServiceRequest request;
  private final MasterClient master;
  private final TcprosLimits limits;
  private final LongSupplier nanoClock;
  private @Nullable ServiceConnection kept;

  ServiceClient(
      GraphName name,
      ServiceType<Q, R> type,
      ServiceRequest request,
      MasterClient master,
      TcprosLimits limits,
      LongSupplier nanoClock) {
    this.name = name;
    this.type = type;
    this.request = request;
    this.master = master;
    this.limits = limits;
    this.nanoClock = nanoClock;
  }

  /** The service's global name. */
  public GraphName getName() {
    return name;
  }

  /**
   * Calls the service and waits for its response.
   *
   * @throws dev.lookahead.bridge.ros1.tcpros.TcprosException with the server's sentence if it could
   *     not answer
   * @throws IOException if nobody serves it, the connection fails or no response comes in time
   */
  public synchronized R call(Q message, Duration timeout) throws IOException {
    ServiceConnection connection = kept == null ? connect() : kept;
    kept = null;
    try {
      R response =
          type.response().fromBody(connection.call(type.request().toBody(message), timeout));
      if (request.persistent()) {
        kept = connection;
      }
      return response;
    } finally {
      if (kept == null) {
        connection.close();
      }
    }
  }

  private ServiceConnection connect() throws IOException {
    URI server =
        master
            .lookupService(name)
            .orElseThrow(
                () ->
                    new IOException(
                        "nobody serves " + name + ": expected a " + type.name() + " there"));
    int port = server.getPort();
    if (server.getHost() == null || port < 1 || port > MAX_PORT) {
      throw new IOException(
          "the master says that "
              + name
              + " is served at "
              + server
              + ", which is no host and port");
    }
    return ServiceConnection.open(
        new InetSocketAddress(server.getHost(), port), request, limits, nanoClock);
  }

  /** Closes the connection that is kept, if any. */
  @Override
  public synchronized void close() throws IOException {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }
}
