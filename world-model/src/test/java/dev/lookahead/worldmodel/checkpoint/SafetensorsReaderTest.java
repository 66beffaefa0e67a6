package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {

  private static final String GOOD =
      "{'__metadata__':{'made':'by hand'},"
          + "'b':{'dtype':'U8','shape':[3],'data_offsets':[24,27]},"
          + "'a':{'dtype':'F32','shape':[2,3],'data_offsets':[0,24]}}";

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void aFileWrittenByHandIsRead() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(27).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 6; i++) {
      data.putFloat(i - 2.5f);
    }
    data.put(new byte[] {1, 2, (byte) 255});
    SafetensorsReader reader = SafetensorsReader.open(file(GOOD, data.array()));

    assertThat(reader.metadata()).isEqualTo(Map.of("made", "by hand"));
    assertThat(reader.entries())
        .containsExactly(
            new TensorEntry("a", DType.F32, List.of(2L, 3L), 0, 24),
            new TensorEntry("b", DType.U8, List.of(3L), 24, 27));
    assertThat(reader.tensor("a"))
        .isEqualTo(HostTensor.of(Shape.of(2, 3), -2.5f, -1.5f, -0.5f, 0.5f, 1.5f, 2.5f));
    assertThat(reader.unsignedBytes("b").get(2)).isEqualTo((byte) 255);
  }

  @Test
  void everyElementTypeHasAView() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    data.putLong(Long.MIN_VALUE).putDouble(Math.PI).putInt(-7);
    String header =
        "{'l':{'dtype':'I64','shape':[1],'data_offsets':[0,8]},"
            + "'d':{'dtype':'F64','shape':[],'data_offsets':[8,16]},"
            + "'i':{'dtype':'I32','shape':[1,1],'data_offsets':[16,20]}}";
    SafetensorsReader reader = SafetensorsReader.open(file(header, data.array()));

    assertThat(reader.longs("l").get()).isEqualTo(Long.MIN_VALUE);
    assertThat(reader.doubles("d").get()).isEqualTo(Math.PI);
    assertThat(reader.ints("i").get()).isEqualTo(-7);
  }

  @Test
  void anEmptyFileOfNoTensorsIsGood() throws IOException {
    assertThat(SafetensorsReader.open(file("{}", new byte[0])).entries()).isEmpty();
  }

  @Test
  void tensorsBeyondTwoGigabytesAreReachedThroughSeveralWindows() throws IOException {
    String header =
        "{'a':{'dtype':'U8','shape':[1500000000],'data_offsets':[0,1500000000]},"
            + "'b':{'dtype':'U8','shape':[1500000000],'data_offsets':[1500000000,3000000000]}}";
    Path file = file(header, new byte[0]);
    long start = Files.size(file);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(start + 3_000_000_000L);
      sparse.seek(start + 2_999_999_999L);
      sparse.write(42);
    }
    assertThat(SafetensorsReader.open(file).unsignedBytes("b").get(1_499_999_999))
        .isEqualTo((byte) 42);
  }

  @Test
  void aViewRefusesAnotherTypeAndNamesBoth() throws IOException {
    SafetensorsReader reader = SafetensorsReader.open(file(GOOD, new byte[27]));
    assertThatThrownBy(() -> reader.longs("a"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("'a' should be I64, is F32");
    assertThatThrownBy(() -> reader.floats("c"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no tensor 'c'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'data_offsets':[24,27]   | 'data_offsets':[23,26]      | should begin at byte 24 of the data, begins at 23 (it overlaps another)",
        "'data_offsets':[24,27]   | 'data_offsets':[25,28]      | should begin at byte 24 of the data, begins at 25 (there is a gap)",
        "'data_offsets':[24,27]   | 'data_offsets':[24,28]      | 'b' U8 [3] needs 3 bytes, its offsets [24, 28] hold 4",
        "'data_offsets':[24,27]   | 'data_offsets':[27,24]      | 'b' U8 [3] needs 3 bytes, its offsets [27, 24] hold -3",
        "'data_offsets':[24,27]   | 'data_offsets':[-3,0]       | its offsets [-3, 0]",
        "'data_offsets':[24,27]   | 'data_offsets':[24]         | needs dtype, shape and two data_offsets",
        "'data_offsets':[24,27]   | 'data_offsets':[24,27,30]   | at most 2 numbers",
        "'data_offsets':[24,27]   | 'data_offsets':[2.4,27]     | should be value_number_int, found value_number_float",
        "'data_offsets':[24,27]   | 'offsets':[24,27]           | found 'offsets'",
        "'shape':[3],             | 'shape':[4],                | 'b' U8 [4] needs 4 bytes, its offsets [24, 27] hold 3",
        "'shape':[3],             | 'shape':[-3],               | an extent is at least 0, found shape [-3]",
        "'shape':[3],             | 'shape':[99999999999,99999999999], | more bytes than a file can hold",
        "'shape':[3],             | 'shape':[99999999999999999999999], | not the JSON it should be",
        "'shape':[3],             | 'shape':[9999999999999999999], | not the JSON it should be",
        "'shape':[3],             | 'shape':[[3]],              | not the JSON it should be",
        "'shape':[3],             | 'shape':'3',                | shape of 'b' should be start_array, found value_string",
        "'shape':[3],             | ``                          | needs dtype, shape and two data_offsets",
        "'dtype':'U8'             | 'dtype':'U9'                | should be one of [BOOL",
        "'dtype':'U8'             | 'dtype':'F32'               | 'b' F32 [3] needs 12 bytes, its offsets [24, 27] hold 3",
        "'dtype':'U8'             | 'dtype':8                   | dtype of 'b' should be value_string, found value_number_int",
        "'b':                     | 'a':                        | not the JSON it should be: Duplicate",
        "'by hand'                | 7                           | __metadata__ 'made' should be value_string",
        "{'made':'by hand'}       | []                          | '__metadata__' should be start_object, found start_array",
        "[0,24]}}                 | [0,24]}}x                   | not the JSON it should be",
        "[0,24]}}                 | [0,24]}                     | not the JSON it should be",
        "[0,24]}}                 | [0,24]}} {}                 | only spaces may follow",
      })
  void aBrokenHeaderIsRefusedWithBothValues(String part, String replacement, String message)
      throws IOException {
    Path file = file(GOOD.replace(part, replacement), new byte[27]);
    assertThatThrownBy(() -> SafetensorsReader.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void aTruncatedAndAnExtendedFileAreRefused() throws IOException {
    Path shorter = file(GOOD, new byte[26]);
    assertThatThrownBy(() -> SafetensorsReader.open(shorter))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("describes 27 bytes of data, the file holds 26 (truncated)");
    Path longer = file(GOOD, new byte[28]);
    assertThatThrownBy(() -> SafetensorsReader.open(longer))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("describes 27 bytes of data, the file holds 28 (extended)");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "1000, 1000", "-1, 18446744073709551615", "9000000, 9000000"})
  void aHeaderLengthOutOfRangeIsRefusedBeforeAllocating(long length, String shown)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file(GOOD, new byte[27]));
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    Path file = Files.write(folder.resolve("length"), bytes);
    assertThatThrownBy(() -> SafetensorsReader.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageEndingWith("found " + shown);
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    assertThatThrownBy(() -> SafetensorsReader.open(folder.resolve("absent")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> SafetensorsReader.open(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("should be a file");
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> SafetensorsReader.open(empty))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("at least 10 bytes, found 0");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Path file = file("{'a':" + "[".repeat(100_000), new byte[0]);
    assertThatThrownBy(() -> SafetensorsReader.open(file)).isInstanceOf(CheckpointException.class);
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).put(data);
    return Files.write(folder.resolve("file.safetensors"), bytes.array());
  }
}
