package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lookahead.worldmodel.MemoryFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is either refused in a sentence or read as exactly the bytes it holds. */
class SafetensorsFuzzTest {

  private static final int MUTATIONS = 10_000;

  /** Far under the promised 256 MB: loading classes at first use takes half of it. */
  private static final long MAX_ALLOCATED_BYTES = 16 << 20;

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "1",
          "7",
          "1024",
          "2147483647",
          "2147483648",
          "4294967296",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551615",
          "1e9",
          "1.5",
          "-0",
          "null",
          "[]",
          "{}",
          "\"x\"",
          "9".repeat(5000));

  private static final List<String> TYPES =
      List.of("F32", "F64", "U8", "I64", "BOOL", "BF16", "F8_E4M3", "f32", "", "F32\\u0000");

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private byte[] good = new byte[0];

  @BeforeEach
  void writeAGoodFile() throws IOException {
    Path file = folder.resolve("good");
    try (SafetensorsWriter writer = new SafetensorsWriter(file, 1024)) {
      writer.describe("step", "17");
      writer.append("encoder.weight", DType.F32, List.of(16L, 8L), ByteBuffer.allocate(512));
      writer.append("encoder.bias", DType.F32, List.of(16L), ByteBuffer.allocate(64));
      writer.append("frames", DType.U8, List.of(2L, 4L, 4L, 3L), ByteBuffer.allocate(96));
      writer.append("stamps", DType.I64, List.of(2L), ByteBuffer.allocate(16));
      writer.append("scale", DType.F64, List.of(), ByteBuffer.allocate(8));
      writer.commit();
    }
    good = Files.readAllBytes(file);
  }

  @Test
  void tenThousandMutationsAreReadOrRefusedAndNothingElse() throws IOException {
    RandomGenerator random = new SplittableRandom(20261121);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutant = mutate(random);
      // A fresh file each time: rewriting one that is still mapped is slow.
      Path file = Files.write(folder.resolve("mutant-" + i), mutant);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        SafetensorsReader reader = SafetensorsReader.open(file);
        requireHonest(reader, mutant);
      } catch (CheckpointException expected) {
        assertThat(expected).hasMessageStartingWith(file + ": ");
        refused++;
      }
      Files.delete(file);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for mutation %d", i)
          .isLessThan(MAX_ALLOCATED_BYTES);
    }
    assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
  }

  @Test
  void theLongestHeaderTakesLessMemoryThanPromised() throws IOException {
    StringBuilder header = new StringBuilder("{");
    String extents = "{\"dtype\":\"U8\",\"shape\":[0,0,0,0,0,0,0,0],\"data_offsets\":[0,0]}";
    for (int i = 0; header.length() < SafetensorsReader.MAX_HEADER_BYTES - 200; i++) {
      header.append(i == 0 ? "" : ",").append('"').append(Integer.toString(i, 36)).append("\":");
      header.append(extents);
    }
    byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    Path file = Files.write(folder.resolve("long"), bytes.putLong(json.length).put(json).array());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(SafetensorsReader.open(file).entries()).hasSizeGreaterThan(100_000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(256L << 20);
  }

  private static void requireHonest(SafetensorsReader reader, byte[] file) {
    int dataStart = 8 + reader.headerBytes().length;
    long covered = 0;
    for (TensorEntry entry : reader.entries()) {
      ByteBuffer expected = ByteBuffer.wrap(file, dataStart + (int) covered, (int) entry.bytes());
      assertThat(reader.bytes(entry.name())).isEqualTo(expected);
      covered += entry.bytes();
    }
    assertThat(dataStart + covered).isEqualTo(file.length);
  }

  private byte[] mutate(RandomGenerator random) {
    byte[] bytes = good.clone();
    return switch (random.nextInt(8)) {
      case 0 -> flip(bytes, random, 0, bytes.length);
      case 1 -> flip(bytes, random, 0, 8);
      case 2 -> flip(bytes, random, 8, 8 + 400);
      case 3 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 4 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(5000));
      case 5 -> withLength(bytes, random.nextLong() >>> random.nextInt(64));
      case 6 -> withHeader(edit(header(), random, "[-0-9]+", NUMBERS));
      default -> withHeader(edit(header(), random, "\"(F32|U8|I64|F64)\"", quoted(TYPES)));
    };
  }

  private static byte[] flip(byte[] bytes, RandomGenerator random, int from, int to) {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(from, to)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] withLength(byte[] bytes, long length) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    return bytes;
  }

  private String header() {
    return new String(good, 8, 1024, StandardCharsets.UTF_8).strip();
  }

  /** Replaces one to three matches by others, or by a copy of a match elsewhere in the header. */
  private static String edit(
      String header, RandomGenerator random, String pattern, List<String> replacements) {
    String edited = header;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      var matches = java.util.regex.Pattern.compile(pattern).matcher(edited).results().toList();
      if (matches.isEmpty()) {
        return edited;
      }
      MatchResult match = matches.get(random.nextInt(matches.size()));
      String replacement =
          random.nextBoolean()
              ? replacements.get(random.nextInt(replacements.size()))
              : matches.get(random.nextInt(matches.size())).group();
      edited = edited.substring(0, match.start()) + replacement + edited.substring(match.end());
    }
    return edited;
  }

  private static List<String> quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').toList();
  }

  private byte[] withHeader(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    int data = good.length - 8 - 1024;
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(json.length).put(json).put(good, 8 + 1024, data).array();
  }
}
