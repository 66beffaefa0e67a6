package dev.lookahead.sim.tworoom;

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
import java.util.zip.GZIPInputStream;

/**
 * Episodes recorded from {@code swm/TwoRoom-v1}, read from a safetensors file: states [E, T + 1,
 * 2], actions [E, T, 2], goals [E, 2], terminated [E, T], and frames [F, 224, 224, 3] seen at
 * {@code frame_index} [F, 2] (episode, step).
 */
final class Golden {

  private final JsonNode header;
  private final ByteBuffer body;

  private Golden(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerSize = Math.toIntExact(buffer.getLong());
    String json = new String(file, Long.BYTES, headerSize, StandardCharsets.UTF_8);
    this.header = new ObjectMapper().readTree(json);
    this.body = buffer.position(Long.BYTES + headerSize).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Six of the recorded episodes and three frames, kept beside this class. */
  static Golden sample() {
    try (InputStream file = Golden.class.getResourceAsStream("golden.safetensors.gz");
        InputStream unpacked = new GZIPInputStream(file)) {
      return new Golden(unpacked.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Golden from(Path file) throws IOException {
    return new Golden(Files.readAllBytes(file));
  }

  int size(String tensor, int axis) {
    return header.get(tensor).get("shape").get(axis).asInt();
  }

  float number(String tensor, int... index) {
    return body.getFloat(offset(tensor, index, Float.BYTES));
  }

  int integer(String tensor, int... index) {
    return body.getInt(offset(tensor, index, Integer.BYTES));
  }

  int octet(String tensor, int... index) {
    return Byte.toUnsignedInt(body.get(offset(tensor, index, 1)));
  }

  private int offset(String tensor, int[] index, int bytes) {
    int at = 0;
    for (int axis = 0; axis < index.length; axis++) {
      at = at * size(tensor, axis) + index[axis];
    }
    return header.get(tensor).get("data_offsets").get(0).asInt() + at * bytes;
  }
}
