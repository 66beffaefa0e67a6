package dev.lookahead.bridge.ros1.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.msg.KnownTypes;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MessageFuzzTest {

  private static final int DAMAGED_BODIES = 80_000;
  private static final int DAMAGED_DEFINITIONS = 20_000;

  /** Objects around small values: a five-byte text becomes two objects and a reference. */
  private static final int HEAP_BYTES_PER_BYTE = 24;

  /** A class used for the first time allocates for itself. */
  private static final int CONSTANT_HEAP_BYTES = 1 << 19;

  /** Lines, their parts, types and an MD5. */
  private static final int MOST_HEAP_BYTES_OF_DEFINITION = 1 << 20;

  private final SplittableRandom random = new SplittableRandom(20_261_121);
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void damagedBodiesAreReadOrRefusedWithinBoundedHeap() throws MessageFormatException {
    List<MessageType<?>> types = List.copyOf(KnownTypes.messages().values());
    int refused = 0;
    for (int i = 0; i < DAMAGED_BODIES; i++) {
      MessageType<?> type = types.get(random.nextInt(types.size()));
      MessageCatalog catalog = MessageCatalog.parse(type.name(), type.definition());
      RandomBody bodies = new RandomBody(catalog, random);
      byte[] body = bodies.of(type.name());
      for (int k = 0; k < 20; k++, i++) {
        refused += isRefused(type, Mutation.of(body, random)) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(DAMAGED_BODIES / 10);
  }

  private <M> boolean isRefused(MessageType<M> type, byte[] body) {
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      M message = type.fromBody(ByteBuffer.wrap(body));
      assertHeap(type, body, before);
      assertThat(type.toBody(message).remaining()).isEqualTo(type.size(message));
      return false;
    } catch (MessageFormatException refused) {
      assertHeap(type, body, before);
      return true;
    }
  }

  private void assertHeap(MessageType<?> type, byte[] body, long before) {
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("heap bytes for %d bytes of %s", body.length, type)
        .isLessThan(CONSTANT_HEAP_BYTES + (long) HEAP_BYTES_PER_BYTE * body.length);
  }

  @Test
  void randomBodiesAreWrittenAsTheyWereRead() throws MessageFormatException {
    for (MessageType<?> type : KnownTypes.messages().values()) {
      MessageCatalog catalog = MessageCatalog.parse(type.name(), type.definition());
      assertThat(catalog.md5(type.name())).isEqualTo(type.md5());
      byte[] body = new RandomBody(catalog, random).of(type.name());
      assertThat(rewritten(type, body)).as("%s", type).isEqualTo(ByteBuffer.wrap(body));
    }
  }

  private static <M> ByteBuffer rewritten(MessageType<M> type, byte[] body)
      throws MessageFormatException {
    return type.toBody(type.fromBody(ByteBuffer.wrap(body)));
  }

  @Test
  void damagedDefinitionsAreReadOrRefused() {
    List<MessageType<?>> types = List.copyOf(KnownTypes.messages().values());
    int refused = 0;
    long most = 0;
    for (int i = 0; i < DAMAGED_DEFINITIONS; i++) {
      MessageType<?> type = types.get(i % types.size());
      byte[] text = type.definition().getBytes(StandardCharsets.UTF_8);
      int tail = Math.max(0, text.length - 200);
      byte[] part = Arrays.copyOfRange(text, i % 16 == 0 ? 0 : tail, text.length);
      String damaged = new String(Mutation.of(part, random), StandardCharsets.UTF_8);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        MessageCatalog catalog = MessageCatalog.parse(type.name(), damaged);
        assertThat(catalog.md5(type.name())).hasSize(32);
      } catch (MessageFormatException expected) {
        refused++;
      }
      most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(most).as("heap bytes for a definition").isLessThan(MOST_HEAP_BYTES_OF_DEFINITION);
    assertThat(refused).isGreaterThan(DAMAGED_DEFINITIONS / 100);
  }
}
