package dev.lookahead.worldmodel.checkpoint;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a safetensors file tensor by tensor, holding none of them.
 *
 * <p>The header comes first in the file but is known last, so room for it is reserved and filled up
 * with spaces, as the format allows. Its names are sorted; the data lies in the order of appending
 * and starts at a multiple of eight bytes. The file appears on {@link #commit()}, complete and on
 * the disk; closing before that leaves nothing.
 */
public final class SafetensorsWriter implements AutoCloseable {

  private final PendingFile file;
  private final int headerBytes;
  private final SortedMap<String, String> tensors = new TreeMap<>();
  private final SortedMap<String, String> metadata = new TreeMap<>();
  private long dataBytes;
  private int headerUsed;

  /**
   * Starts a file.
   *
   * @param headerBytes the room for the header: about 100 bytes and the name for each tensor
   * @throws IllegalArgumentException if the room is not a positive multiple of 8 within {@link
   *     SafetensorsReader#MAX_HEADER_BYTES}
   */
  public SafetensorsWriter(Path target, int headerBytes) throws IOException {
    if (headerBytes < 8
        || headerBytes % 8 != 0
        || headerBytes > SafetensorsReader.MAX_HEADER_BYTES) {
      throw new IllegalArgumentException(
          "the header's room is a multiple of 8 from 8 to %d, got %d"
              .formatted(SafetensorsReader.MAX_HEADER_BYTES, headerBytes));
    }
    this.headerBytes = headerBytes;
    this.headerUsed = "{\"\":{}}".length() + SafetensorsHeader.METADATA.length();
    this.file = new PendingFile(target);
    try {
      file.position(Long.BYTES + (long) headerBytes);
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
  }

  /** The bytes of data appended so far. */
  public long dataBytes() {
    return dataBytes;
  }

  /** The bytes left for further entries and metadata in the header. */
  public int headerBytesLeft() {
    return headerBytes - headerUsed;
  }

  /** Adds a string to the header's {@code __metadata__}. */
  public void describe(String key, String value) {
    String json = quote(key) + ":" + quote(value);
    claim(metadata, key, json);
  }

  /**
   * Appends one tensor.
   *
   * @param content its bytes, row-major and little-endian: all that remain in the buffer
   * @throws IllegalArgumentException if the bytes do not match type and shape, or the name was used
   * @throws IllegalStateException if the header's room is used up
   */
  public void append(String name, DType type, List<Long> shape, ByteBuffer content)
      throws IOException {
    TensorEntry entry =
        new TensorEntry(name, type, shape, dataBytes, dataBytes + content.remaining());
    if (name.equals(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("no tensor can be called '" + name + "'");
    }
    claim(tensors, name, json(entry));
    file.append(content);
    dataBytes = entry.end();
  }

  /** Writes the header, forces everything to the disk and gives the file its name. */
  public void commit() throws IOException {
    StringBuilder json = new StringBuilder(headerUsed).append('{');
    if (!metadata.isEmpty()) {
      json.append(quote(SafetensorsHeader.METADATA)).append(":{");
      json.append(String.join(",", metadata.values())).append('}');
      json.append(tensors.isEmpty() ? "" : ",");
    }
    json.append(String.join(",", tensors.values())).append('}');
    byte[] encoded = json.toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(encoded, headerBytes);
    Arrays.fill(padded, encoded.length, headerBytes, (byte) ' ');
    file.position(0);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    file.append(length.putLong(0, headerBytes));
    file.append(ByteBuffer.wrap(padded));
    file.commit();
  }

  /** Throws the file away unless it was committed. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The room that one entry of a header needs at most, for summing up. */
  static int headerBytes(String name, int rank) {
    return quote(name).getBytes(StandardCharsets.UTF_8).length + 96 + 20 * rank;
  }

  private void claim(SortedMap<String, String> section, String key, String json) {
    if (section.containsKey(key)) {
      throw new IllegalArgumentException("'" + key + "' is already in the file");
    }
    int bytes = json.getBytes(StandardCharsets.UTF_8).length + 1;
    if (bytes > headerBytesLeft()) {
      throw new IllegalStateException(
          "'%s' needs %d bytes in the header, %d of %d are left; reserve more"
              .formatted(key, bytes, headerBytesLeft(), headerBytes));
    }
    section.put(key, json);
    headerUsed += bytes;
  }

  private static String json(TensorEntry entry) {
    return "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(
            quote(entry.name()),
            entry.type(),
            entry.shape().toString().replace(" ", ""),
            entry.begin(),
            entry.end());
  }

  private static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
