package dev.lookahead.worldmodel.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files and buffers, as lower-case hexadecimal. Not thread-safe. */
public final class Sha256 {

  private final MessageDigest digest;

  /** The digest of nothing yet. */
  public Sha256() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /** The hash of one whole file. */
  public static String ofFile(Path file) throws IOException {
    return new Sha256().addFile(file).hex();
  }

  /** Adds an array. */
  public Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Adds what remains in a buffer, whose position stays. */
  public Sha256 add(ByteBuffer bytes) {
    digest.update(bytes.duplicate());
    return this;
  }

  /** Adds a number as eight bytes, big-endian. */
  public Sha256 add(long number) {
    return add(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
  }

  /** Adds the content of a file, read piece by piece. */
  public Sha256 addFile(Path file) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(1 << 16);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(piece.clear()) >= 0) {
        add(piece.flip());
      }
    }
    return this;
  }

  /** The hash of everything added; starts over. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
