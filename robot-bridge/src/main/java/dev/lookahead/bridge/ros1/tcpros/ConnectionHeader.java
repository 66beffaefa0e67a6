package dev.lookahead.bridge.ros1.tcpros;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields both ends exchange before the first message: {@code callerid}, {@code topic} or {@code
 * service}, {@code type}, {@code md5sum} and more. On the wire: u32 length of all, then per field
 * u32 length and {@code key=value}.
 *
 * @param fields values by key, in the order they are written
 */
public record ConnectionHeader(Map<String, String> fields) {

  /** Matches any type and any md5. */
  public static final String ANY = "*";

  private static final String ERROR = "error";
  private static final int SHOWN = 300;

  /** Copies the fields; a key must be there and hold no equals sign. */
  public ConnectionHeader {
    for (String key : fields.keySet()) {
      if (key.isEmpty() || key.indexOf('=') >= 0) {
        throw new IllegalArgumentException(
            "a header field must have a key without '=', got '" + key + "'");
      }
    }
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The header that refuses a peer, with the sentence it will show. */
  public static ConnectionHeader refusal(String sentence) {
    return new ConnectionHeader(Map.of(ERROR, sentence));
  }

  /** The value of a field. */
  public Optional<String> get(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  /**
   * The value of a field that must be there.
   *
   * @throws TcprosException if it is not
   */
  public String require(String key) throws TcprosException {
    return get(key)
        .orElseThrow(
            () ->
                new TcprosException(
                    "the connection header must have the field '"
                        + key
                        + "', got "
                        + shortened(fields.keySet().toString())));
  }

  /** Whether a field is set to 1. */
  public boolean isSet(String key) {
    return "1".equals(fields.get(key));
  }

  /**
   * Throws what the peer said if this header refuses us.
   *
   * @throws TcprosException with the peer's sentence
   */
  public void requireAccepted(String peer) throws TcprosException {
    String error = fields.get(ERROR);
    if (error != null) {
      throw new TcprosException(peer + " refused the connection: " + shortened(error));
    }
  }

  /**
   * Checks a type or md5 that the peer announces; {@value #ANY} on either side matches all.
   *
   * @throws TcprosException if they differ
   */
  public void requireSame(String key, String ours) throws TcprosException {
    String theirs = require(key);
    if (!theirs.equals(ours) && !theirs.equals(ANY) && !ours.equals(ANY)) {
      throw new TcprosException(
          "expected " + key + " " + ours + ", the peer has " + shortened(theirs));
    }
  }

  /** The bytes as they travel, with the length of all in front. */
  public ByteBuffer encode() {
    Map<String, byte[]> lines = new LinkedHashMap<>();
    int size = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      byte[] line = (field.getKey() + "=" + field.getValue()).getBytes(StandardCharsets.UTF_8);
      lines.put(field.getKey(), line);
      size = Math.addExact(size, Integer.BYTES + line.length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(size);
    for (byte[] line : lines.values()) {
      bytes.putInt(line.length).put(line);
    }
    return bytes.flip();
  }

  /**
   * Decodes the bytes after the length of all.
   *
   * @throws TcprosException if they are no header or exceed the limits
   */
  public static ConnectionHeader decode(ByteBuffer bytes, TcprosLimits limits)
      throws TcprosException {
    ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, String> fields = new LinkedHashMap<>();
    int count = 0;
    while (in.hasRemaining()) {
      if (++count > limits.maxFields()) {
        throw new TcprosException(
            "a connection header may have " + limits.maxFields() + " fields, got more");
      }
      String line = line(in);
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new TcprosException(
            "a header field must be key=value, got '" + shortened(line) + "'");
      }
      fields.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return new ConnectionHeader(fields);
  }

  private static String line(ByteBuffer in) throws TcprosException {
    if (in.remaining() < Integer.BYTES) {
      throw new TcprosException("a header ends inside the length of a field");
    }
    long length = Integer.toUnsignedLong(in.getInt());
    if (length > in.remaining()) {
      throw new TcprosException(
          "a header field of " + length + " bytes does not fit the " + in.remaining() + " left");
    }
    byte[] line = new byte[(int) length];
    in.get(line);
    return new String(line, StandardCharsets.UTF_8);
  }

  /**
   * Reads a header from a connection.
   *
   * @throws TcprosException if it is none or exceeds the limits
   * @throws IOException if the connection fails
   */
  public static ConnectionHeader read(InputStream in, TcprosLimits limits) throws IOException {
    DataInputStream data = new DataInputStream(in);
    long length = Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
    if (length > limits.maxHeaderBytes()) {
      throw new TcprosException(
          "a connection header may have "
              + limits.maxHeaderBytes()
              + " bytes, the peer announces "
              + length);
    }
    // Grows as bytes arrive: the announced length alone allocates nothing.
    byte[] bytes = data.readNBytes((int) length);
    if (bytes.length < length) {
      throw new TcprosException("the peer closed inside its connection header");
    }
    return decode(ByteBuffer.wrap(bytes), limits);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
