package dev.lookahead.bridge.camera;

import java.util.Objects;

/**
 * From a camera to a model.
 *
 * @param width of the model's frame in pixels, 1 to 8192
 * @param height of the model's frame in pixels, 1 to 8192
 * @param crop which part of the image the model sees
 * @param depth how depth images become grey
 * @param maxCompressedPixels width times height above which a JPEG or PNG is refused before it is
 *     decoded, 1 to 2^26
 */
public record CameraSettings(
    int width, int height, Crop crop, DepthRange depth, int maxCompressedPixels) {

  private static final int MAX_SIDE = 8192;
  private static final int MAX_PIXELS = 1 << 26;

  /** 4096 x 2304. */
  private static final int DEFAULT_MAX_COMPRESSED_PIXELS = 4096 * 2304;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public CameraSettings {
    requireRange("width", width, MAX_SIDE);
    requireRange("height", height, MAX_SIDE);
    requireRange("maxCompressedPixels", maxCompressedPixels, MAX_PIXELS);
    Objects.requireNonNull(crop, "crop");
    Objects.requireNonNull(depth, "depth");
  }

  /** The middle of the image at the model's size. */
  public static CameraSettings of(int width, int height) {
    return new CameraSettings(
        width, height, new Crop.Centre(), DepthRange.defaults(), DEFAULT_MAX_COMPRESSED_PIXELS);
  }

  /** These with another crop. */
  public CameraSettings withCrop(Crop newCrop) {
    return new CameraSettings(width, height, newCrop, depth, maxCompressedPixels);
  }

  /** These with another range of depth. */
  public CameraSettings withDepth(DepthRange newDepth) {
    return new CameraSettings(width, height, crop, newDepth, maxCompressedPixels);
  }

  private static void requireRange(String name, int found, int max) {
    if (found < 1 || found > max) {
      throw new IllegalArgumentException(
          "camera %s is 1 to %d, got %d".formatted(name, max, found));
    }
  }
}
