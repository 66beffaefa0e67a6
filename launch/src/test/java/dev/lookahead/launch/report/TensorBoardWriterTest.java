package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardWriterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:30:00.5Z");

  @TempDir Path folder;

  @Test
  void crcsAreMaskedAsInTheReference() {
    // crc32c("123456789") is e3069283, the check value of the polynomial.
    assertThat(TensorBoardWriter.maskedCrc("123456789".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Integer.rotateRight(0xe3069283, 15) + 0xa282ead8);
  }

  @Test
  void aFileBeginsWithItsVersion() throws IOException {
    List<byte[]> events = write();

    assertThat(new String(events.get(0), StandardCharsets.ISO_8859_1)).endsWith("brain.Event:2");
    assertThat(wallTime(events.get(0))).isEqualTo(1795257000.5);
  }

  @Test
  void aFileStartsASessionSoThatReadersForgetOlderFiles() throws IOException {
    // session_log, field 7, with status START.
    assertThat(afterTime(write().get(1))).isEqualTo("3a02" + "0801");
  }

  @Test
  void aLaterFileOfTheSameSecondTakesThePlaceOfTheFirst() throws IOException {
    write(new Scalar("loss", 1, 0.5));
    try (TensorBoardWriter second = new TensorBoardWriter(folder, InstantSource.fixed(NOW))) {
      assertThat(names())
          .containsExactly(
              "events.out.tfevents.1795257000.lookahead",
              "events.out.tfevents.1795257000.lookahead.1001");

      second.removeOthers();

      assertThat(names()).containsExactly("events.out.tfevents.1795257000.lookahead.1001");
    }
  }

  @Test
  void aScalarIsAnEventWithASummary() throws IOException {
    List<byte[]> events =
        write(new Scalar("loss", 300, 0.5), new Scalar("loss", 3_000_000_000L, Double.NaN));

    assertThat(events).hasSize(4);
    // step 300, then a summary of 13 bytes with one value of 11: tag "loss", float 0.5.
    assertThat(afterTime(events.get(2)))
        .isEqualTo("10ac02" + "2a0d" + "0a0b" + "0a04" + "6c6f7373" + "150000003f");
    assertThat(afterTime(events.get(3))).startsWith("1080bcc1960b").endsWith("150000c07f");
  }

  private List<byte[]> write(Scalar... scalars) throws IOException {
    try (TensorBoardWriter writer = new TensorBoardWriter(folder, InstantSource.fixed(NOW))) {
      for (Scalar scalar : scalars) {
        writer.accept(scalar);
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(file.getFileName().toString())
          .isEqualTo("events.out.tfevents.1795257000.lookahead");
      return records(Files.readAllBytes(file));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The events of a file, each checked against both its crcs. */
  private static List<byte[]> records(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> events = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(TensorBoardWriter.maskedCrc(length));
      byte[] event =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(event);
      assertThat(in.getInt()).isEqualTo(TensorBoardWriter.maskedCrc(event));
      events.add(event);
    }
    return events;
  }

  private static double wallTime(byte[] event) {
    return ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN).getDouble(1);
  }

  private static String afterTime(byte[] event) {
    return HexFormat.of().formatHex(event, 9, event.length);
  }
}
