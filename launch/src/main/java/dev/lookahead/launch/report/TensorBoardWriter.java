package dev.lookahead.launch.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Writes scalars as a TensorBoard event file. Each record is {@code length u64 | masked crc32c of
 * the length u32 | Event | masked crc32c of the Event u32}, little-endian, after TensorFlow's
 * {@code core/lib/io/record_writer.cc} and {@code core/util/event.proto}; a crc is masked by
 * rotating it 15 bits to the right and adding 0xa282ead8 ({@code core/lib/hash/crc32c.h}).
 *
 * <p>The file grows while the run goes on, so that TensorBoard can follow; after a crash it ends
 * with at most one incomplete record, which readers ignore. Thread: one at a time.
 */
public final class TensorBoardWriter implements Consumer<Scalar>, AutoCloseable {

  private static final int MASK_DELTA = 0xa282ead8;

  private static final int DOUBLE = 1;
  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FLOAT = 5;
  private static final byte SESSION_START = 1;

  private static final int MAX_NAMESAKES = 1_000;

  private final Path folder;
  private final Path file;
  private final OutputStream out;
  private final InstantSource clock;

  /**
   * Starts a new file in a folder, which must exist. TensorBoard forgets what it has read of older
   * files there.
   *
   * @param clock for the time of each scalar
   */
  public TensorBoardWriter(Path folder, InstantSource clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    Instant now = clock.instant();
    this.file = create(folder, "events.out.tfevents." + now.getEpochSecond() + ".lookahead");
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    ByteArrayOutputStream version = event(now);
    field(version, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    write(version.toByteArray());
    ByteArrayOutputStream session = event(now);
    field(session, 7, new byte[] {1 << 3 | VARINT, SESSION_START});
    write(session.toByteArray());
    out.flush();
  }

  /** A name that sorts behind its namesakes: TensorBoard reads the files of a folder in order. */
  private static Path create(Path folder, String name) throws IOException {
    FileAlreadyExistsException taken = new FileAlreadyExistsException(name);
    for (int i = 0; i < MAX_NAMESAKES; i++) {
      try {
        return Files.createFile(folder.resolve(i == 0 ? name : name + "." + (1_000 + i)));
      } catch (FileAlreadyExistsException e) {
        taken = e;
      }
    }
    throw taken;
  }

  /** Removes all other files of events from the folder, once this one has taken their place. */
  public void removeOthers() throws IOException {
    out.flush();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "events.out.tfevents.*.lookahead*")) {
      for (Path other : files) {
        if (!other.equals(file)) {
          Files.delete(other);
        }
      }
    }
  }

  @Override
  public void accept(Scalar scalar) {
    accept(scalar, clock.instant());
  }

  /** Writes a scalar that was measured at another time. */
  public void accept(Scalar scalar, Instant now) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    field(value, 1, scalar.tag().getBytes(StandardCharsets.UTF_8));
    key(value, 2, FLOAT);
    value.writeBytes(littleEndian(4).putFloat((float) scalar.value()).array());
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    field(summary, 1, value.toByteArray());
    ByteArrayOutputStream event = event(now);
    key(event, 2, VARINT);
    varint(event, scalar.step());
    field(event, 5, summary.toByteArray());
    try {
      write(event.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Lets readers see what was written so far. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** The crc of a block as these files store it. */
  static int maskedCrc(byte[] block) {
    CRC32C crc = new CRC32C();
    crc.update(block);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }

  private void write(byte[] event) throws IOException {
    byte[] length = littleEndian(8).putLong(event.length).array();
    out.write(length);
    out.write(littleEndian(4).putInt(maskedCrc(length)).array());
    out.write(event);
    out.write(littleEndian(4).putInt(maskedCrc(event)).array());
  }

  private static ByteArrayOutputStream event(Instant time) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    key(event, 1, DOUBLE);
    double seconds = time.getEpochSecond() + time.getNano() * 1e-9;
    event.writeBytes(littleEndian(8).putDouble(seconds).array());
    return event;
  }

  private static void field(ByteArrayOutputStream message, int number, byte[] content) {
    key(message, number, BYTES);
    varint(message, content.length);
    message.writeBytes(content);
  }

  private static void key(ByteArrayOutputStream message, int number, int wireType) {
    varint(message, (number << 3) | wireType);
  }

  private static void varint(ByteArrayOutputStream message, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      message.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    message.write((int) rest);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
