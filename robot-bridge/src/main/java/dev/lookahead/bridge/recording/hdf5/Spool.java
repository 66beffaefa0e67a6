package dev.lookahead.bridge.recording.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The numbers of one column on their way to the file, on disk. */
final class Spool implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  Spool(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  Path file() {
    return file;
  }

  void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  void append(FloatBuffer values) throws IOException {
    ByteBuffer bytes = littleEndian(values.remaining() * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    append(bytes);
  }

  /** Appends a value a number of times. */
  void append(float value, int times) throws IOException {
    ByteBuffer bytes = littleEndian(times * Float.BYTES);
    for (int i = 0; i < times; i++) {
      bytes.putFloat(value);
    }
    append(bytes.flip());
  }

  void append(LongBuffer values) throws IOException {
    ByteBuffer bytes = littleEndian(values.remaining() * Long.BYTES);
    bytes.asLongBuffer().put(values);
    append(bytes);
  }

  /** Appends a value a number of times. */
  void append(long value, int times) throws IOException {
    long[] values = new long[times];
    Arrays.fill(values, value);
    append(LongBuffer.wrap(values));
  }

  /** Appends a value a number of times. */
  void append(int value, int times) throws IOException {
    ByteBuffer bytes = littleEndian(times * Integer.BYTES);
    for (int i = 0; i < times; i++) {
      bytes.putInt(value);
    }
    append(bytes.flip());
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
