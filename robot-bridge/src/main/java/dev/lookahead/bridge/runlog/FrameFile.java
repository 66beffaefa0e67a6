package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Frames back to back in a file. */
final class FrameFile implements AutoCloseable {

  private static final long NOT_KEPT = -1;

  private final Path file;
  private final FileChannel channel;
  private final long maxBytes;

  /**
   * @param maxBytes what would make the file larger is not kept
   */
  FrameFile(Path file, FileChannel channel, long maxBytes) {
    this.file = file;
    this.channel = channel;
    this.maxBytes = maxBytes;
  }

  /** Appends a frame and tells where it is. */
  SeenLine append(Sighting seen) throws IOException {
    Observation observation = seen.observation();
    CameraFrame frame = observation.frame();
    ByteBuffer rgb = frame.rgb();
    String hash = hash(rgb.duplicate());
    long offset = channel.size();
    boolean kept = offset + rgb.remaining() <= maxBytes;
    while (kept && rgb.hasRemaining()) {
      channel.write(rgb, offset + rgb.position());
    }
    return new SeenLine(
        observation.stampNanos(),
        seen.receiptNanos(),
        Floats.of(observation.proprioception().toArray()),
        frame.width(),
        frame.height(),
        kept ? offset : NOT_KEPT,
        hash);
  }

  /** Whether a line's frame is in the file, which may have been cut off. */
  boolean holds(SeenLine line) throws IOException {
    return line.offset() != NOT_KEPT && line.offset() + bytes(line) <= channel.size();
  }

  /**
   * Reads an observation back.
   *
   * @throws DataException if the frame was not kept or is not what was recorded
   */
  Sighting read(SeenLine line) throws IOException {
    if (line.offset() < 0 || !holds(line)) {
      throw new DataException(
          file,
          "the frame of stamp %d was not kept; record with more room".formatted(line.stampNanos()));
    }
    ByteBuffer rgb = ByteBuffer.allocate(Math.toIntExact(bytes(line)));
    int read = 1;
    while (rgb.hasRemaining() && read > 0) {
      read = channel.read(rgb, line.offset() + rgb.position());
    }
    String found = hash(rgb.flip().duplicate());
    if (!found.equals(line.sha256())) {
      throw new DataException(
          file,
          "the frame at byte %d should have the hash %s, has %s"
              .formatted(line.offset(), line.sha256(), found));
    }
    CameraFrame frame =
        new CameraFrame(line.width(), line.height(), rgb.array(), line.stampNanos());
    Proprioception felt = new Proprioception(Floats.array(line.proprioception()));
    return new Sighting(new Observation(frame, felt), line.receiptNanos());
  }

  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static long bytes(SeenLine line) {
    return 3L * line.width() * line.height();
  }

  private static String hash(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
