package dev.lookahead.worldmodel.episode;

/**
 * The form of one sample.
 *
 * @param frames one for a picture, more for a clip
 * @param height pixels
 * @param width pixels
 */
public record PixelForm(int frames, int height, int width) {

  private static final int MAX_FRAMES = 1024;
  private static final int MAX_SIDE = 8192;

  /** Checks the ranges. */
  public PixelForm {
    if (frames < 1
        || frames > MAX_FRAMES
        || height < 1
        || height > MAX_SIDE
        || width < 1
        || width > MAX_SIDE
        || (long) frames * height * width * 3 > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a sample is 1 to %d frames of 1 to %d pixels a side and less than 2 GiB, got %d of %dx%d"
              .formatted(MAX_FRAMES, MAX_SIDE, frames, width, height));
    }
  }

  /** The bytes of a sample, T H W 3. */
  public int bytes() {
    return frames * height * width * 3;
  }

  @Override
  public String toString() {
    return (frames == 1 ? "" : frames + " frames of ") + width + "x" + height + " pixels";
  }
}
