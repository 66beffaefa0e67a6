package dev.lookahead.bridge.fault.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that sends everything back. */
class TcpFaultProxyTest {

  private static final int PATIENCE_MILLIS = 20_000;

  private final TcpFaultProxy proxy = TcpFaultProxy.open(new SplittableRandom(1), System::nanoTime);
  private ServerSocket server;
  private InetSocketAddress address;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    address = proxy.through((InetSocketAddress) server.getLocalSocketAddress());
    start(
        () -> {
          while (true) {
            Socket accepted = server.accept();
            start(
                () -> {
                  try (accepted) {
                    accepted.getInputStream().transferTo(accepted.getOutputStream());
                  }
                });
          }
        });
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                assertThat(closed).isNotNull();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  private Socket dial() throws IOException {
    Socket socket = new Socket();
    socket.connect(address, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static byte[] echo(Socket socket, int bytes) throws IOException {
    byte[] sent = new byte[bytes];
    new SplittableRandom(bytes).nextBytes(sent);
    start(() -> socket.getOutputStream().write(sent));
    assertThat(socket.getInputStream().readNBytes(bytes)).isEqualTo(sent);
    return sent;
  }

  @Test
  void withoutAFaultAllBytesPassInOrder() throws IOException {
    try (Socket socket = dial()) {
      echo(socket, 3_000_000);
    }
  }

  @Test
  void theSameTargetHasTheSameDoor() throws IOException {
    assertThat(proxy.through((InetSocketAddress) server.getLocalSocketAddress()))
        .isEqualTo(address);
    assertThat(proxy.leadsThrough(address)).isTrue();
  }

  @Test
  void aPartitionIsSilentAndWhatWasSentArrivesAfterIt() throws IOException {
    try (Socket socket = dial()) {
      echo(socket, 10);
      proxy.apply(new NetworkFault.Partition());
      socket.setSoTimeout(200);
      socket.getOutputStream().write(7);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      socket.setSoTimeout(PATIENCE_MILLIS);
      proxy.apply(new NetworkFault.None());
      assertThat(socket.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void thePeersEndDoesNotCrossAPartition() throws IOException {
    try (Socket socket = dial();
        Socket waiting = dial()) {
      echo(socket, 10);
      echo(waiting, 10);
      proxy.apply(new NetworkFault.Partition());
      socket.shutdownOutput();
      waiting.setSoTimeout(200);
      assertThatThrownBy(() -> waiting.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      proxy.apply(new NetworkFault.None());
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      echo(waiting, 10);
    }
  }

  @Test
  void whoDialsIntoAPartitionIsServedAfterIt() throws IOException {
    proxy.apply(new NetworkFault.Partition());
    try (Socket socket = dial()) {
      socket.getOutputStream().write(9);
      proxy.apply(new NetworkFault.None());
      assertThat(socket.getInputStream().read()).isEqualTo(9);
    }
  }

  @Test
  void aDelayMakesAllLaterAndLosesNothing() throws IOException {
    proxy.apply(new NetworkFault.Delay(Duration.ofMillis(100)));
    try (Socket socket = dial()) {
      long began = System.nanoTime();
      echo(socket, 1_000_000);
      assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(200_000_000L);
    }
  }

  @Test
  void lossMakesSomeLaterAndLosesNothing() throws IOException {
    proxy.apply(new NetworkFault.Loss(0.2, Duration.ofMillis(20)));
    try (Socket socket = dial()) {
      echo(socket, 1_000_000);
    }
  }

  @Test
  void aNarrowLineIsAsSlowAsItSays() throws IOException {
    proxy.apply(new NetworkFault.Throttle(1_000));
    try (Socket socket = dial()) {
      long began = System.nanoTime();
      echo(socket, 300);
      assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(200_000_000L);
    }
  }

  @Test
  void aResetEndsConnectionsAndNewOnesAreFine() throws IOException {
    try (Socket socket = dial()) {
      echo(socket, 10);
      proxy.apply(new NetworkFault.Reset());
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    try (Socket socket = dial()) {
      echo(socket, 10);
    }
  }

  @Test
  void whileItIsDownNobodyListensAndAfterwardsAtTheSamePort() throws IOException {
    proxy.apply(new NetworkFault.Down());
    assertThatThrownBy(this::dial).isInstanceOf(ConnectException.class);
    proxy.apply(new NetworkFault.None());
    try (Socket socket = dial()) {
      echo(socket, 10);
    }
  }

  @Test
  void aSenderThatNobodyReadsIsHeldBack() throws Exception {
    proxy.apply(new NetworkFault.Throttle(1_000));
    try (Socket socket = dial()) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  while (true) {
                    socket.getOutputStream().write(new byte[64 << 10]);
                  }
                } catch (IOException ended) {
                  Thread.currentThread().interrupt();
                }
              });
      writer.start();
      writer.join(500);
      assertThat(writer.isAlive()).as("it writes on, or is blocked").isTrue();
      proxy.apply(new NetworkFault.Reset());
      writer.join(PATIENCE_MILLIS);
      assertThat(writer.isAlive()).isFalse();
    }
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new NetworkFault.Loss(1.5, Duration.ofMillis(1)))
        .hasMessageContaining("share must be above 0 and below 1, got 1.5");
    assertThatThrownBy(() -> new NetworkFault.Throttle(1)).hasMessageContaining("bytesPerSecond");
    assertThatThrownBy(() -> new NetworkFault.Delay(Duration.ZERO)).hasMessageContaining("by");
  }
}
