package dev.lookahead.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** What a reference implementation did, read number by number from a safetensors file. */
public final class RecordedTensors {

  private final JsonNode header;
  private final ByteBuffer body;

  private RecordedTensors(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerSize = Math.toIntExact(buffer.getLong());
    String json = new String(file, Long.BYTES, headerSize, StandardCharsets.UTF_8);
    this.header = new ObjectMapper().readTree(json);
    this.body = buffer.position(Long.BYTES + headerSize).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A gzipped recording kept beside a test class. */
  public static RecordedTensors beside(Class<?> test, String name) {
    try (InputStream file = test.getResourceAsStream(name);
        InputStream unpacked = new GZIPInputStream(file)) {
      return new RecordedTensors(unpacked.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plain file. */
  public static RecordedTensors from(Path file) throws IOException {
    return new RecordedTensors(Files.readAllBytes(file));
  }

  /** The length of one axis. */
  public int size(String tensor, int axis) {
    return header.get(tensor).get("shape").get(axis).asInt();
  }

  /** One value of any type. */
  public double at(String tensor, int... index) {
    int at = 0;
    for (int axis = 0; axis < index.length; axis++) {
      at = at * size(tensor, axis) + index[axis];
    }
    int start = header.get(tensor).get("data_offsets").get(0).asInt();
    String type = header.get(tensor).get("dtype").asText();
    return switch (type) {
      case "F64" -> body.getDouble(start + at * Double.BYTES);
      case "F32" -> body.getFloat(start + at * Float.BYTES);
      case "I32" -> body.getInt(start + at * Integer.BYTES);
      case "U8" -> Byte.toUnsignedInt(body.get(start + at));
      default -> throw new IllegalArgumentException("no reader for " + type);
    };
  }

  /** The values along the last axis at an index of all axes before it. */
  public float[] row(String tensor, int... index) {
    int[] full = Arrays.copyOf(index, index.length + 1);
    float[] values = new float[size(tensor, index.length)];
    for (int i = 0; i < values.length; i++) {
      full[index.length] = i;
      values[i] = (float) at(tensor, full);
    }
    return values;
  }
}
