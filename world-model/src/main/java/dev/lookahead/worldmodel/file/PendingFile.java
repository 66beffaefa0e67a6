package dev.lookahead.worldmodel.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name complete or not at all: it is written beside its target as
 * {@code NAME.tmp}, forced to the disk and renamed. A crash leaves the target as it was, and at
 * most a {@code .tmp} that the next attempt overwrites. One writer per target at a time.
 */
public final class PendingFile implements AutoCloseable {

  /** What the name of an unfinished file ends with. */
  public static final String SUFFIX = ".tmp";

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private boolean committed;

  /** Starts an empty file beside the target, whose directory must exist. */
  public PendingFile(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    this.temporary = this.target.resolveSibling(this.target.getFileName() + SUFFIX);
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Writes a whole file at once. */
  public static void write(Path target, byte[] content) throws IOException {
    try (PendingFile pending = new PendingFile(target)) {
      pending.append(ByteBuffer.wrap(content));
      pending.commit();
    }
  }

  /** Where the file will appear. */
  public Path target() {
    return target;
  }

  /** Writes all remaining bytes at the current position. */
  public void append(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException failed) {
      throw new IOException(target + " cannot be written: " + failed.getMessage(), failed);
    }
  }

  /** Moves the position at which {@link #append} writes; what is skipped reads as zeros. */
  public void position(long position) throws IOException {
    channel.position(position);
  }

  /** Forces the content to the disk and gives it its name, replacing an older file. */
  public void commit() throws IOException {
    channel.force(true);
    channel.close();
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    committed = true;
    syncDirectoryOf(target);
  }

  /** Forces the name of a file to the disk, where the system lets one do so. */
  public static void syncDirectoryOf(Path file) throws IOException {
    Path directory = file.getParent();
    if (directory != null
        && directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Throws the file away unless it was committed. */
  @Override
  public void close() throws IOException {
    if (!committed) {
      try {
        channel.close();
      } finally {
        Files.deleteIfExists(temporary);
      }
    }
  }
}
