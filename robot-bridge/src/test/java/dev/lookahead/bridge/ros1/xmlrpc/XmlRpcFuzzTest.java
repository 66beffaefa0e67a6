package dev.lookahead.bridge.ros1.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.ros1.peer.Mutation;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Seeded damage to everything the XML-RPC peers send: only typed errors, bounded memory. {@code
 * -Dfuzz.times=20} for a hundred thousand requests.
 */
class XmlRpcFuzzTest {

  private static final int TIMES = Integer.getInteger("fuzz.times", 1);
  private static final int DOCUMENTS = 100_000 * TIMES;
  private static final int REQUESTS = 5_000 * TIMES;

  /** A parser and its buffers; classes that are used for the first time allocate for themselves. */
  private static final long MOST_HEAP_BYTES = 1 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final XmlRpcLimits LIMITS = XmlRpcLimits.defaults();

  @Test
  void damagedDocumentsAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(7);
    byte[][] good = {
      XmlRpcWriter.call(XmlRpcReaderTest.everyKind()),
      XmlRpcWriter.answer(RosReply.success("ok", XmlRpcValue.texts(List.of("a", "b"))).toValue()),
      XmlRpcWriter.fault(1, "no")
    };
    int refused = 0;
    long most = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      int kind = i % good.length;
      byte[] bad = Mutation.of(good[kind], random);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      try {
        if (kind == 0) {
          XmlRpcReader.call(bad, LIMITS);
        } else {
          XmlRpcReader.answer(bad, LIMITS);
        }
      } catch (XmlRpcException | XmlRpcFault e) {
        refused++;
      }
      most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(refused).isGreaterThan(DOCUMENTS / 4);
    assertThat(most).as("heap bytes for a document").isLessThan(MOST_HEAP_BYTES);
  }

  @Test
  void damagedHttpRequestsAreAnsweredOrTheConnectionIsClosed() {
    SplittableRandom random = new SplittableRandom(8);
    byte[] body = XmlRpcWriter.call(XmlRpcCall.of("getPid", new XmlRpcValue.Text("/n")));
    byte[] good = http("POST /RPC2 HTTP/1.1", body);
    XmlRpcHandler handler =
        call -> {
          if (call.method().equals("getPid")) {
            return new XmlRpcValue.Int(1);
          }
          throw new IOException("no such method");
        };
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < REQUESTS; i++) {
      EmbeddedChannel channel = new EmbeddedChannel();
      XmlRpcServer.equip(channel, new XmlRpcLimits(65_536, 8, 100), handler, answered -> {});
      channel.writeInbound(Unpooled.wrappedBuffer(Mutation.of(good, random)));
      channel.runPendingTasks();
      channel.checkException();
      for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
        ReferenceCountUtil.release(out);
      }
      channel.finishAndReleaseAll();
    }
    assertHeap(before);
  }

  private static void assertHeap(long before) {
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as("heap bytes for %d connections", REQUESTS)
        .isLessThan(REQUESTS * MOST_HEAP_BYTES);
  }

  @Test
  void damagedHttpAnswersEndTheCall() {
    SplittableRandom random = new SplittableRandom(9);
    byte[] body = XmlRpcWriter.answer(new XmlRpcValue.Int(1));
    byte[] good = http("HTTP/1.1 200 OK", body);
    int answered = 0;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < REQUESTS; i++) {
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      EmbeddedChannel channel = new EmbeddedChannel();
      XmlRpcClient.equip(
          channel,
          new XmlRpcLimits(65_536, 8, 100),
          XmlRpcClient.request(URI.create("http://127.0.0.1:1/"), body),
          answer);
      channel.pipeline().fireChannelActive();
      channel.writeInbound(Unpooled.wrappedBuffer(Mutation.of(good, random)));
      channel.finishAndReleaseAll();
      channel.checkException();
      assertThat(answer).isDone();
      answered += answer.isCompletedExceptionally() ? 0 : 1;
    }
    assertHeap(before);
    assertThat(answered).isBetween(1, REQUESTS - 1);
  }

  private static byte[] http(String firstLine, byte[] body) {
    String head =
        firstLine
            + "\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return (head + new String(body, UTF_8)).getBytes(UTF_8);
  }
}
