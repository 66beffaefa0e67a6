package dev.lookahead.bridge.camera;

/** Which part of a camera's image the model sees. */
public sealed interface Crop {

  /** The greatest part with the proportions of the model's frame, from the middle. */
  record Centre() implements Crop {

    @Override
    public Part of(int width, int height, int outWidth, int outHeight) {
      int partWidth = (int) Math.max(1, Math.min(width, (long) height * outWidth / outHeight));
      int partHeight = (int) Math.max(1, Math.min(height, (long) width * outHeight / outWidth));
      return new Part((width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
    }
  }

  /** The whole image, squeezed if the model's frame has other proportions. */
  record Whole() implements Crop {

    @Override
    public Part of(int width, int height, int outWidth, int outHeight) {
      return new Part(0, 0, width, height);
    }
  }

  /**
   * A rectangle of pixels of the camera's image.
   *
   * @param x pixels from the left, at least 0
   * @param y pixels from the top, at least 0
   * @param width pixels, at least 1
   * @param height pixels, at least 1
   */
  record Part(int x, int y, int width, int height) implements Crop {

    private static final int MAX = 8192;

    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public Part {
      if (x < 0 || y < 0 || width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "a crop has x and y of at least 0 and sides of at least 1, got %d,%d %dx%d"
                .formatted(x, y, width, height));
      }
      if (x > MAX || y > MAX || width > MAX || height > MAX) {
        throw new IllegalArgumentException(
            "a crop lies within %d pixels, got %d,%d %dx%d".formatted(MAX, x, y, width, height));
      }
    }

    @Override
    public Part of(int imageWidth, int imageHeight, int outWidth, int outHeight) {
      return this;
    }
  }

  /** The part of an image of a size, for a frame of a size; not checked to lie inside. */
  Part of(int width, int height, int outWidth, int outHeight);
}
