package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Named float32 tensors and strings in one safetensors file: the weights of a bundle, or the
 * parameters, moments and counters from which a training run resumes.
 *
 * @param tensors in file order when read; written sorted by name, so that equal content gives equal
 *     bytes
 * @param metadata counters, seeds, settings as JSON: whatever is not a tensor
 */
public record TensorFile(ParameterSet tensors, Map<String, String> metadata) {

  /** Copies the metadata, sorted by key. */
  public TensorFile {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /**
   * Reads a whole file onto the heap.
   *
   * @throws CheckpointException if it is refused, or holds anything but float32 tensors
   */
  public static TensorFile read(Path file) {
    SafetensorsReader reader = SafetensorsReader.open(file);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (TensorEntry entry : reader.entries()) {
      tensors.put(entry.name(), reader.tensor(entry.name()));
    }
    return new TensorFile(new ParameterSet(tensors), reader.metadata());
  }

  /**
   * Writes the file, replacing an older one at once; uses memory for its largest tensor.
   *
   * @throws IOException if the disk refuses; an older file is then unchanged
   */
  public void write(Path file) throws IOException {
    Map<String, Shape> shapes = new TreeMap<>();
    tensors.tensors().forEach((name, value) -> shapes.put(name, value.shape()));
    stream(file, shapes, tensors::get, metadata);
  }

  /**
   * Writes such a file from tensors that are asked for one by one, in the order of their names; of
   * none more than one is held.
   *
   * @throws IOException if the disk refuses; an older file is then unchanged
   */
  static void stream(
      Path file,
      List<ParameterSpec> parameters,
      Function<String, HostTensor> value,
      Map<String, String> metadata)
      throws IOException {
    Map<String, Shape> shapes = new TreeMap<>();
    parameters.forEach(spec -> shapes.put(spec.name(), spec.shape()));
    stream(file, shapes, value, metadata);
  }

  private static void stream(
      Path file,
      Map<String, Shape> sorted,
      Function<String, HostTensor> value,
      Map<String, String> metadata)
      throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(file, headerBytes(sorted, metadata))) {
      metadata.forEach(writer::describe);
      ByteBuffer buffer = ByteBuffer.allocateDirect(0);
      for (Map.Entry<String, Shape> named : sorted.entrySet()) {
        HostTensor tensor = value.apply(named.getKey());
        int bytes = Math.multiplyExact(tensor.shape().count(), Float.BYTES);
        if (buffer.capacity() < bytes) {
          buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        tensor.copyTo(buffer.clear().asFloatBuffer());
        writer.append(
            named.getKey(),
            DType.F32,
            Arrays.stream(named.getValue().toArray()).mapToObj(Long::valueOf).toList(),
            buffer.limit(bytes));
      }
      writer.commit();
    }
  }

  private static int headerBytes(Map<String, Shape> tensors, Map<String, String> metadata) {
    long bytes = 64;
    for (Map.Entry<String, Shape> named : tensors.entrySet()) {
      bytes += SafetensorsWriter.headerBytes(named.getKey(), named.getValue().rank());
    }
    for (Map.Entry<String, String> named : metadata.entrySet()) {
      bytes += SafetensorsWriter.headerBytes(named.getKey() + named.getValue(), 0);
    }
    return (int) Math.min((bytes + 7) / 8 * 8, SafetensorsReader.MAX_HEADER_BYTES);
  }
}
