package dev.lookahead.bridge.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher on another host, which is a network namespace here, whose cable is pulled. */
class VanishedPublisherPeerTest {

  private static final String HOST = "lookahead-test";
  private static final String NEAR = "la-near";
  private static final String FAR = "la-far";

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();

  @TempDir Path folder;

  @BeforeEach
  void connectTheHosts() throws Exception {
    removeHost();
    boolean possible = runs("ip", "netns", "add", HOST);
    if (!possible) {
      System.out.println("skipped: 'ip netns add' is not allowed here (needs root and iproute2)");
    }
    Assumptions.assumeTrue(possible, "no network namespaces");
    for (List<String> command :
        List.of(
            List.of("link", "add", NEAR, "type", "veth", "peer", "name", FAR, "netns", HOST),
            List.of("addr", "add", "10.213.17.1/30", "dev", NEAR),
            List.of("link", "set", NEAR, "up"),
            List.of("-n", HOST, "addr", "add", "10.213.17.2/30", "dev", FAR),
            List.of("-n", HOST, "link", "set", FAR, "up"))) {
      String[] words = new String[command.size() + 1];
      words[0] = "ip";
      for (int i = 0; i < command.size(); i++) {
        words[i + 1] = command.get(i);
      }
      Assumptions.assumeTrue(runs(words), String.join(" ", words) + " is not allowed here");
    }
  }

  @AfterEach
  void end() throws Exception {
    executor.shutdownNow();
    removeHost();
  }

  private void removeHost() throws Exception {
    runs("ip", "link", "del", NEAR);
    runs("ip", "netns", "del", HOST);
  }

  private boolean runs(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void aLinkWithoutARateNoticesThatItsPublisherVanished() throws Exception {
    Path script = folder.resolve("publisher.py");
    try (InputStream in = getClass().getResourceAsStream("quiet_publisher.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process publisher =
        new ProcessBuilder("ip", "netns", "exec", HOST, "python3", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(publisher.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(said.readLine());
      Subscription subscription =
          new Subscription("/l", "/t", "p/T", "abc", "", TransportHints.eventful());
      try (InboundLink link =
          new InboundLink(
              subscription,
              () -> new InetSocketAddress("10.213.17.2", port),
              TcprosLimits.defaults(),
              (body, at) -> body,
              new Backoff(new SplittableRandom(1)),
              System::nanoTime,
              events::add)) {
        executor.execute(link);
        assertThat(events.poll(10, TimeUnit.SECONDS)).isInstanceOf(LinkEvent.Connected.class);
        // Long enough for the first probe to be answered: a quiet publisher that is there stays.
        assertThat(events.poll(3, TimeUnit.SECONDS)).isNull();

        long pulled = System.nanoTime();
        assertThat(runs("ip", "-n", HOST, "link", "set", FAR, "down")).isTrue();
        assertThat(events.poll(10, TimeUnit.SECONDS)).isInstanceOf(LinkEvent.Lost.class);
        System.out.printf(
            "a vanished publisher without a rate was noticed after %d ms%n",
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pulled));
      }
    } finally {
      publisher.destroyForcibly();
    }
  }
}
