package dev.lookahead.bridge.ros1.tcpros;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service as this node serves it.
 *
 * @param callerId the global name of the node
 * @param name the global name of the service
 * @param type such as {@code std_srvs/Trigger}
 * @param md5 of request and response together
 */
public record ServiceEndpoint(
    String callerId, String name, String type, String md5, Handler handler) {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceEndpoint.class);
  private static final byte FAILED = 0;
  private static final byte OK = 1;

  /** What a service does with a request; called on the connection's thread, several at once. */
  public interface Handler {

    /**
     * Answers a request.
     *
     * @param request little-endian, position to limit; valid until this returns
     * @return the response, position to limit
     * @throws IOException if there is none; the caller gets its message
     */
    ByteBuffer answer(ByteBuffer request) throws IOException;
  }

  void requireMatching(ConnectionHeader header) throws TcprosException {
    header.requireSame("md5sum", md5);
  }

  ConnectionHeader answer() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("callerid", callerId);
    fields.put("service", name);
    fields.put("type", type);
    fields.put("request_type", type + "Request");
    fields.put("response_type", type + "Response");
    fields.put("md5sum", md5);
    return new ConnectionHeader(fields);
  }

  /** Answers the requests of a connection until the caller closes it; one if not persistent. */
  void serve(InputStream in, OutputStream out, boolean persistent, TcprosLimits limits)
      throws IOException {
    BodyStream requests = new BodyStream(in, limits, SilencePolicy.AS_THE_SOCKET);
    ByteBuffer request = ByteBuffer.allocate(0);
    do {
      try {
        request = requests.read(request);
      } catch (EOFException e) {
        return;
      }
      out.write(respond(request));
    } while (persistent);
  }

  private byte[] respond(ByteBuffer request) {
    try {
      return framed(OK, handler.answer(request));
    } catch (IOException | RuntimeException e) {
      LOG.warn("service {} failed: {}", name, e.toString());
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      return framed(FAILED, ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static byte[] framed(byte ok, ByteBuffer body) {
    return ByteBuffer.allocate(1 + Integer.BYTES + body.remaining())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ok)
        .putInt(body.remaining())
        .put(body.duplicate())
        .array();
  }
}
