package dev.lookahead.bridge.recording.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file whose bytes are gathered and handed to the system together. */
public final class GatheredOutput implements AutoCloseable {

  private final FileChannel channel;
  private final ChunkBuffer gathered = new ChunkBuffer();
  private long position;

  private GatheredOutput(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the file.
   *
   * @param path must not exist
   */
  public static GatheredOutput create(Path path) throws IOException {
    return new GatheredOutput(
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** What waits to be handed over: add to it. */
  public ChunkBuffer gathered() {
    return gathered;
  }

  /** Where in the file the first gathered byte will stand. */
  public long position() {
    return position;
  }

  /** Where in the file the next byte that is gathered will stand. */
  public long end() {
    return position + gathered.size();
  }

  /** Hands the bytes gathered to the system. */
  public void drain() throws IOException {
    ByteBuffer bytes = gathered.view();
    position += bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    gathered.clear();
  }

  /** What is gathered from now on replaces bytes that were handed over before. */
  public void rewind(long to) throws IOException {
    channel.position(to);
    position = to;
  }

  /** Forces what was handed over to the disk, so that a power cut does not lose it. */
  public void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
