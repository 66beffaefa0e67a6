package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookahead.worldmodel.MemoryFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void theLayoutIsTheOneOfTheFormat() throws IOException {
    Path file = folder.resolve("golden.safetensors");
    try (SafetensorsWriter writer = new SafetensorsWriter(file, 168)) {
      writer.append("z", DType.U8, List.of(2L), ByteBuffer.wrap(new byte[] {1, 2}));
      writer.append("a", DType.U8, List.of(), ByteBuffer.wrap(new byte[] {3}));
      writer.describe("say \"hi\"", "ü");
      writer.commit();
    }
    String header =
        "{\"__metadata__\":{\"say \\\"hi\\\"\":\"ü\"},"
            + "\"a\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[2,3]},"
            + "\"z\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer expected = ByteBuffer.allocate(8 + 168 + 3);
    expected.put((byte) 168).position(8).put(json);
    while (expected.position() < 176) {
      expected.put((byte) ' ');
    }
    expected.put(new byte[] {1, 2, 3});
    assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
    assertThat(SafetensorsReader.open(file).metadata()).containsEntry("say \"hi\"", "ü");
  }

  @Test
  void withoutACommitNothingIsLeft() throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(folder.resolve("file"), 1024)) {
      writer.append("a", DType.U8, List.of(2L), ByteBuffer.allocate(2));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aHeaderWithoutRoomIsRefused() throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(folder.resolve("file"), 80)) {
      assertThat(writer.headerBytesLeft()).isLessThan(80);
      writer.append("a", DType.U8, List.of(1L), ByteBuffer.allocate(1));
      assertThatThrownBy(() -> writer.append("b", DType.U8, List.of(1L), ByteBuffer.allocate(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("reserve more");
    }
  }

  @Test
  void wrongContentAndRepeatedNamesAreRefused() throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(folder.resolve("file"), 1024)) {
      writer.append("a", DType.F32, List.of(1L), ByteBuffer.allocate(4));
      assertThatThrownBy(() -> writer.append("a", DType.F32, List.of(1L), ByteBuffer.allocate(4)))
          .hasMessageContaining("'a' is already in the file");
      assertThatThrownBy(() -> writer.append("b", DType.F32, List.of(2L), ByteBuffer.allocate(4)))
          .hasMessageContaining("needs 8 bytes")
          .hasMessageContaining("hold 4");
      assertThatThrownBy(
              () -> writer.append("__metadata__", DType.U8, List.of(0L), ByteBuffer.allocate(0)))
          .hasMessageContaining("__metadata__");
    }
  }

  @Test
  void aFullDiskIsAnExceptionThatNamesTheFileAndTheOldFileStays() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no /dev/full");
    Path file = Files.writeString(folder.resolve("file"), "old");
    Files.createSymbolicLink(folder.resolve("file.tmp"), full);
    try (SafetensorsWriter writer = new SafetensorsWriter(file, 1024)) {
      assertThatThrownBy(() -> writer.append("a", DType.U8, List.of(9L), ByteBuffer.allocate(9)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("No space left");
    }
    assertThat(folder)
        .isDirectoryContaining("glob:**/file")
        .isDirectoryNotContaining("glob:**.tmp");
    assertThat(file).hasContent("old");
  }
}
