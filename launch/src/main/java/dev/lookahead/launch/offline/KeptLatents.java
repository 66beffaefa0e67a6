package dev.lookahead.launch.offline;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The latents kept of an episode as a file: float32 [frames, D], little-endian, and nothing else.
 * Those of patch tokens would not fit into a description that people can read.
 */
final class KeptLatents {

  private KeptLatents() {}

  static byte[] bytes(Matrix latents) {
    float[] values = latents.values();
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /**
   * Reads a file.
   *
   * @param rows how many frames it should be of
   * @param width the values of a latent
   * @throws DataException if it has another size or values that are not finite
   */
  static Matrix read(Path file, int rows, int width) {
    try {
      long expected = (long) rows * width * Float.BYTES;
      long found = Files.size(file);
      if (found != expected || found > Integer.MAX_VALUE) {
        throw new DataException(
            file,
            "%d latents of %d values should have %d bytes, found %d"
                .formatted(rows, width, expected, found));
      }
      float[] values = new float[rows * width];
      ByteBuffer.wrap(Files.readAllBytes(file))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new DataException(file, "latents should be finite, one is " + value);
        }
      }
      return new Matrix(width, values);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
