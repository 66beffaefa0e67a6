package dev.lookahead.bridge.recording.video;

import dev.lookahead.worldmodel.episode.DataException;
import java.nio.file.Path;

/**
 * What a video's container says of its first picture stream.
 *
 * @param codec for example {@code h264} or {@code av1}
 * @param width pixels, 1 to 8192
 * @param height pixels, 1 to 8192
 * @param framesPerSecond of the nominal grid, above 0
 * @param frames how many it claims; negative if it does not say
 */
public record VideoFacts(String codec, int width, int height, double framesPerSecond, long frames) {

  private static final int MAX_SIDE = 8192;
  private static final double MAX_RATE = 1e6;

  /** Refuses what no recording has. */
  public VideoFacts {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a video has 1 to %d pixels on each side, this has %dx%d"
              .formatted(MAX_SIDE, width, height));
    }
    if (!(framesPerSecond > 0 && framesPerSecond <= MAX_RATE)) {
      throw new IllegalArgumentException(
          "a video has more than 0 frames per second, this has " + framesPerSecond);
    }
  }

  /**
   * Refuses a file of another size.
   *
   * @throws DataException naming both
   */
  public void requireSize(Path file, int expectedWidth, int expectedHeight) {
    if (width != expectedWidth || height != expectedHeight) {
      throw new DataException(
          file,
          "its frames should be %dx%d, are %dx%d"
              .formatted(expectedWidth, expectedHeight, width, height));
    }
  }

  /** The bytes of one frame, H x W x 3. */
  public int frameBytes() {
    return width * height * 3;
  }
}
