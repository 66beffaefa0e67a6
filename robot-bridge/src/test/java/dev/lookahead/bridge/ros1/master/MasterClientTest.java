package dev.lookahead.bridge.ros1.master;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.UnansweredException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcLimits;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A master whose first connections are cut. */
class MasterClientTest {

  private static final String ANSWER =
      "<?xml version='1.0'?><methodResponse><params><param><value><array><data>"
          + "<value><int>1</int></value><value><string></string></value>"
          + "<value><boolean>1</boolean></value>"
          + "</data></array></value></param></params></methodResponse>";

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private ServerSocket listener;
  private MasterClient client;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    client =
        new MasterClient(
            new XmlRpcClient(loop, XmlRpcLimits.defaults(), Duration.ofSeconds(10)),
            URI.create("http://127.0.0.1:" + listener.getLocalPort()),
            GraphName.of("/planner"));
  }

  @AfterEach
  void end() throws IOException {
    listener.close();
    loop.shutdownGracefully().awaitUninterruptibly(0);
  }

  @Test
  void aCallThatWasResetIsMadeOnceMore() throws Exception {
    CompletableFuture<Void> serving = serve(1, true);
    assertThat(client.hasParameter(GraphName.of("/rate"))).isTrue();
    serving.get();
  }

  @Test
  void aCallThatWasClosedUnansweredIsMadeOnceMore() throws Exception {
    CompletableFuture<Void> serving = serve(1, false);
    assertThat(client.hasParameter(GraphName.of("/rate"))).isTrue();
    serving.get();
  }

  @Test
  void aMasterThatNeverAnswersIsAskedTwiceAndNoMore() throws Exception {
    CompletableFuture<Void> serving = serve(2, true);
    assertThatThrownBy(() -> client.hasParameter(GraphName.of("/rate")))
        .isInstanceOf(UnansweredException.class)
        .hasMessageStartingWith("calling hasParam at http://127.0.0.1:" + listener.getLocalPort());
    listener.close();
    assertThatThrownBy(serving::get).hasRootCauseInstanceOf(IOException.class);
  }

  /** Cuts so many connections once the call has come, and answers the next. */
  private CompletableFuture<Void> serve(int cut, boolean reset) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (int call = 0; call <= cut; call++) {
              try (Socket socket = listener.accept()) {
                awaitCall(socket);
                if (call == cut) {
                  answer(socket);
                } else if (reset) {
                  socket.setSoLinger(true, 0);
                }
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void awaitCall(Socket socket) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf("</methodCall>") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the call ended early: " + read);
      }
      read.append((char) next);
    }
  }

  private static void answer(Socket socket) throws IOException {
    byte[] body = ANSWER.getBytes(UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(body);
  }
}
