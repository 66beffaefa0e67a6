package dev.lookahead.bridge.ros1.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Raw sockets that connect and say little. */
class XmlRpcServerTest {

  private static final int SOON_MILLIS = 10_000;

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<Socket> sockets = new ArrayList<>();
  private XmlRpcServer server;

  @BeforeEach
  void listen() throws Exception {
    server =
        XmlRpcServer.listen(
            loop,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            XmlRpcLimits.defaults(),
            call -> new XmlRpcValue.Int(7));
  }

  @AfterEach
  void end() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
    loop.shutdownGracefully().awaitUninterruptibly(0);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(SOON_MILLIS);
    sockets.add(socket);
    return socket;
  }

  private static String call(Socket socket) throws IOException {
    byte[] body = XmlRpcWriter.call(XmlRpcCall.of("getPid", new XmlRpcValue.Text("/n")));
    String head =
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    socket.getOutputStream().write((head + new String(body, UTF_8)).getBytes(UTF_8));
    byte[] answer = new byte[4096];
    int length = 0;
    while (!new String(answer, 0, length, UTF_8).contains("</methodResponse>")) {
      int count = socket.getInputStream().read(answer, length, answer.length - length);
      if (count < 0) {
        throw new IOException("closed");
      }
      length += count;
    }
    return new String(answer, 0, length, UTF_8);
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void peersThatConnectAndSayNothingKeepNobodyOut() throws Exception {
    Socket busy = connect();
    assertThat(call(busy)).contains("<i4>7</i4>");
    for (int i = 0; i < 2 * XmlRpcServer.MAX_CONNECTIONS; i++) {
      connect();
      if (i % 100 == 0) {
        assertThat(call(busy)).contains("<i4>7</i4>");
      }
    }

    assertThat(call(connect())).as("a newcomer").contains("<i4>7</i4>");
    assertThat(call(busy)).as("one that is answered now and then").contains("<i4>7</i4>");
    assertThat(isClosed(sockets.get(1))).as("the oldest that said nothing").isTrue();
  }

  @Test
  void aPeerThatTricklesARequestIsEvictedAsWell() throws Exception {
    Socket slow = connect();
    slow.getOutputStream().write("POST / HT".getBytes(UTF_8));
    for (int i = 0; i < XmlRpcServer.MAX_CONNECTIONS + 1; i++) {
      connect();
    }

    assertThat(isClosed(slow)).isTrue();
    assertThat(call(connect())).contains("<i4>7</i4>");
  }
}
