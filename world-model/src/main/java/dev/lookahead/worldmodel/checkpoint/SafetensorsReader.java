package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file, opened after all of its header has been checked against the size of the file.
 *
 * <p>The data part is mapped read-only: tensors are views, pages are read when touched, and the
 * mapping lives as long as a view does. Nobody may truncate the file meanwhile; our own writers
 * only ever replace whole files, which leaves the mapping of the old one intact. Safe for use by
 * many threads.
 */
public final class SafetensorsReader {

  /** Longer headers are refused: 8 MiB is room for 70,000 tensors. */
  public static final int MAX_HEADER_BYTES = 8 << 20;

  private final Path file;
  private final byte[] header;
  private final Map<String, String> metadata;
  private final Map<String, TensorEntry> entries;
  private final NavigableMap<Long, ByteBuffer> windows;

  private SafetensorsReader(
      Path file, byte[] header, SafetensorsHeader parsed, NavigableMap<Long, ByteBuffer> windows) {
    this.file = file;
    this.header = header;
    this.metadata = parsed.metadata();
    this.windows = windows;
    Map<String, TensorEntry> byName = new LinkedHashMap<>();
    parsed.entries().forEach(entry -> byName.put(entry.name(), entry));
    this.entries = Collections.unmodifiableMap(byName);
  }

  /**
   * Opens and checks a file.
   *
   * @throws CheckpointException if it is missing, unreadable, or anything but a whole and
   *     consistent safetensors file
   */
  public static SafetensorsReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException(
          file,
          Files.exists(file) ? "should be a file, is something else" : "there is no such file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      byte[] header = readHeader(channel, size);
      long dataStart = (long) Long.BYTES + header.length;
      SafetensorsHeader parsed = SafetensorsHeader.parse(header, size - dataStart);
      return new SafetensorsReader(file, header, parsed, map(channel, dataStart, parsed));
    } catch (IOException unreadable) {
      throw new CheckpointException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new CheckpointException(file, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  private static byte[] readHeader(FileChannel channel, long size) throws IOException {
    if (size < Long.BYTES + 2) {
      throw new IllegalArgumentException("a safetensors file has at least 10 bytes, found " + size);
    }
    long length = read(channel, 0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    long limit = Math.min(MAX_HEADER_BYTES, size - Long.BYTES);
    if (length < 2 || length > limit) {
      throw new IllegalArgumentException(
          "the header of a file of %d bytes is 2 to %d bytes long, found %s"
              .formatted(size, limit, Long.toUnsignedString(length)));
    }
    return read(channel, Long.BYTES, (int) length).array();
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("it shrank while being read");
      }
    }
    return buffer;
  }

  /** Maps whole tensors together in windows of at most 2 GiB, the limit of a Java buffer. */
  private static NavigableMap<Long, ByteBuffer> map(
      FileChannel channel, long dataStart, SafetensorsHeader header) throws IOException {
    NavigableMap<Long, ByteBuffer> windows = new TreeMap<>();
    long begin = 0;
    long end = 0;
    for (TensorEntry entry : header.entries()) {
      if (entry.bytes() > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "tensor '%s' has %d bytes, one tensor may have %d"
                .formatted(entry.name(), entry.bytes(), Integer.MAX_VALUE));
      }
      if (entry.end() - begin > Integer.MAX_VALUE) {
        windows.put(
            begin, channel.map(FileChannel.MapMode.READ_ONLY, dataStart + begin, end - begin));
        begin = end;
      }
      end = entry.end();
    }
    windows.put(begin, channel.map(FileChannel.MapMode.READ_ONLY, dataStart + begin, end - begin));
    return windows;
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** All tensors, in the order of their bytes. */
  public Collection<TensorEntry> entries() {
    return entries.values();
  }

  /** The strings under {@code __metadata__}, in file order. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** A copy of the JSON header as it lies in the file, padding included. */
  public byte[] headerBytes() {
    return header.clone();
  }

  /** The tensor of that name, or null. */
  public @Nullable TensorEntry find(String name) {
    return entries.get(name);
  }

  /**
   * The tensor of that name.
   *
   * @throws CheckpointException if there is none
   */
  public TensorEntry entry(String name) {
    TensorEntry entry = entries.get(name);
    if (entry == null) {
      throw new CheckpointException(file, "there is no tensor '" + name + "'");
    }
    return entry;
  }

  /** The bytes of a tensor of any type: a read-only little-endian view of the mapped file. */
  public ByteBuffer bytes(String name) {
    TensorEntry entry = entry(name);
    Map.Entry<Long, ByteBuffer> window = windows.floorEntry(entry.begin());
    int from = (int) (entry.begin() - window.getKey());
    return window.getValue().slice(from, (int) entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A view of a U8 tensor; refuses other types. */
  public ByteBuffer unsignedBytes(String name) {
    return typed(name, DType.U8);
  }

  /** A view of an F32 tensor; refuses other types. */
  public FloatBuffer floats(String name) {
    return typed(name, DType.F32).asFloatBuffer();
  }

  /** A view of an F64 tensor; refuses other types. */
  public DoubleBuffer doubles(String name) {
    return typed(name, DType.F64).asDoubleBuffer();
  }

  /** A view of an I32 tensor; refuses other types. */
  public IntBuffer ints(String name) {
    return typed(name, DType.I32).asIntBuffer();
  }

  /** A view of an I64 tensor; refuses other types. */
  public LongBuffer longs(String name) {
    return typed(name, DType.I64).asLongBuffer();
  }

  /**
   * A copy of an F32 tensor on the Java heap.
   *
   * @throws CheckpointException if it is absent, of another type, empty or too large
   */
  public HostTensor tensor(String name) {
    return HostTensor.owning(shape(name, DType.F32), mapped(name).toArray());
  }

  /**
   * An F32 tensor in the mapped file itself.
   *
   * @throws CheckpointException if it is absent, of another type, empty or too large
   */
  public HostTensor mapped(String name) {
    return HostTensor.mapped(shape(name, DType.F32), bytes(name));
  }

  private Shape shape(String name, DType type) {
    typed(name, type);
    try {
      return entry(name).tensorShape();
    } catch (IllegalArgumentException unfit) {
      throw new CheckpointException(file, "tensor '" + name + "': " + unfit.getMessage(), unfit);
    }
  }

  private ByteBuffer typed(String name, DType expected) {
    DType found = entry(name).type();
    if (found != expected) {
      throw new CheckpointException(
          file, "tensor '%s' should be %s, is %s".formatted(name, expected, found));
    }
    return bytes(name);
  }
}
