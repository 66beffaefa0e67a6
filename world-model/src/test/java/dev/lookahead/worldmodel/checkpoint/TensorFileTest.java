package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void whatIsWrittenIsReadBitForBit() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      Shape shape = Shape.of(1 + random.nextInt(5), 1 + random.nextInt(9), 1 + random.nextInt(9));
      float[] values = new float[shape.count()];
      for (int j = 0; j < values.length; j++) {
        values[j] = Float.intBitsToFloat(random.nextInt());
      }
      tensors.put("block.%d/weight".formatted(i * 31 % 50), HostTensor.owning(shape, values));
    }
    tensors.put("scalar", HostTensor.of(Shape.scalar(), Float.NaN));
    TensorFile written =
        new TensorFile(new ParameterSet(tensors), Map.of("step", "12", "rng", "{\"state\":[1,2]}"));
    Path file = folder.resolve("state.safetensors");
    written.write(file);

    TensorFile read = TensorFile.read(file);
    assertThat(read).isEqualTo(written);
    assertThat(List.copyOf(read.tensors().tensors().keySet())).isSorted();
  }

  @Test
  void equalContentGivesEqualBytesWhateverItsOrder() throws IOException {
    HostTensor a = HostTensor.of(Shape.of(2), 1, 2);
    HostTensor b = HostTensor.of(Shape.of(1), 3);
    Map<String, HostTensor> forward = new LinkedHashMap<>();
    forward.put("a", a);
    forward.put("b", b);
    Map<String, HostTensor> backward = new LinkedHashMap<>();
    backward.put("b", b);
    backward.put("a", a);
    new TensorFile(new ParameterSet(forward), Map.of()).write(folder.resolve("forward"));
    new TensorFile(new ParameterSet(backward), Map.of()).write(folder.resolve("backward"));
    assertThat(folder.resolve("forward")).hasSameBinaryContentAs(folder.resolve("backward"));
  }

  @Test
  void otherTypesAndEmptyTensorsAreRefused() throws IOException {
    Path bytes = folder.resolve("bytes");
    try (SafetensorsWriter writer = new SafetensorsWriter(bytes, 256)) {
      writer.append("a", DType.U8, List.of(1L), ByteBuffer.allocate(1));
      writer.commit();
    }
    assertThatThrownBy(() -> TensorFile.read(bytes))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("'a' should be F32, is U8");
    Path empty = folder.resolve("empty");
    try (SafetensorsWriter writer = new SafetensorsWriter(empty, 256)) {
      writer.append("a", DType.F32, List.of(0L), ByteBuffer.allocate(0));
      writer.commit();
    }
    assertThatThrownBy(() -> TensorFile.read(empty))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("every extent is at least 1");
  }

  @Test
  void anInterruptedReplacementLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("state");
    TensorFile old = new TensorFile(new ParameterSet(Map.of()), Map.of("step", "1"));
    old.write(file);
    Files.write(folder.resolve("state.tmp"), new byte[] {1, 2, 3});
    assertThat(TensorFile.read(file)).isEqualTo(old);
    TensorFile fresh = new TensorFile(new ParameterSet(Map.of()), Map.of("step", "2"));
    fresh.write(file);
    assertThat(TensorFile.read(file)).isEqualTo(fresh);
    assertThat(folder.resolve("state.tmp")).doesNotExist();
  }
}
