package dev.lookahead.bridge.ros1.message.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.KnownTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of every known type, written by ROS's own Python code. */
class MessagesPeerTest {

  private static final String PYTHON = "/usr/bin/python3";
  private static final int MESSAGES_PER_TYPE = 40;

  @TempDir Path folder;

  @Test
  void md5DefinitionAndBytesOfEveryTypeAreThoseOfGenpy() throws Exception {
    requirePeer();
    ByteBuffer peer = ByteBuffer.wrap(randomMessages()).order(ByteOrder.LITTLE_ENDIAN);

    for (MessageType<?> type : publishedTypes()) {
      assertThat(nextText(peer)).isEqualTo(type.name());
      assertThat(nextText(peer)).as("md5 of %s", type).isEqualTo(type.md5());
      assertThat(nextText(peer)).as("text of %s", type).isEqualTo(type.definition());
      for (int i = 0; i < MESSAGES_PER_TYPE; i++) {
        assertWrittenAsRead(type, next(peer));
      }
    }
    assertThat(peer.remaining()).isZero();
  }

  /** All but our own, which nobody else has. */
  private static List<MessageType<?>> publishedTypes() {
    return KnownTypes.messages().values().stream()
        .filter(type -> !type.name().startsWith("lookahead_msgs/"))
        .<MessageType<?>>map(type -> type)
        .toList();
  }

  private static <M> void assertWrittenAsRead(MessageType<M> type, ByteBuffer body)
      throws MessageFormatException {
    M message = type.fromBody(body);

    assertThat(type.toBody(message)).as("%s", message).isEqualTo(body);
    assertThat(type.fromBody(body)).isEqualTo(message);
  }

  private byte[] randomMessages() throws IOException, InterruptedException {
    Path script = folder.resolve("random_messages.py");
    try (InputStream resource = MessageType.class.getResourceAsStream("random_messages.py")) {
      Files.copy(resource, script);
    }
    List<String> command =
        new ArrayList<>(List.of(PYTHON, script.toString(), "5", "" + MESSAGES_PER_TYPE));
    publishedTypes().forEach(type -> command.add(type.name()));
    Path output = folder.resolve("messages");
    assertThat(exitOf(new ProcessBuilder(command).redirectOutput(output.toFile()))).isZero();
    return Files.readAllBytes(output);
  }

  private static void requirePeer() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of(PYTHON))
            && exitOf(
                    new ProcessBuilder(
                        PYTHON, "-c", "import genpy, visualization_msgs.msg, roscpp.srv"))
                == 0,
        "skipped: genpy and ROS 1's Python messages are not installed for " + PYTHON);
  }

  private static int exitOf(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no answer within a minute: " + command.command());
    }
    return process.exitValue();
  }

  private static String nextText(ByteBuffer peer) {
    return StandardCharsets.UTF_8.decode(next(peer)).toString();
  }

  private static ByteBuffer next(ByteBuffer peer) {
    int length = peer.getInt();
    ByteBuffer part = peer.slice(peer.position(), length);
    peer.position(peer.position() + length);
    return part;
  }
}
