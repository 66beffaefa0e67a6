package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.camera.CameraSettings;
import dev.lookahead.bridge.camera.Crop;
import dev.lookahead.bridge.camera.DepthRange;
import java.util.Optional;

/**
 * The camera that a model looks through.
 *
 * @param topic of the images
 * @param compressed whether they are {@code sensor_msgs/CompressedImage} instead of {@code Image}
 * @param crop which part of them the model sees
 * @param depth how depth images become grey
 * @param resolution what the camera must send, raw or compressed: that of the images the model was
 *     trained on; empty for anything, made to fit
 */
public record CameraTopic(
    String topic,
    boolean compressed,
    Crop crop,
    DepthRange depth,
    Optional<Resolution> resolution) {

  /**
   * The size of a camera's images.
   *
   * @param width pixels, 1 to 8192
   * @param height pixels, 1 to 8192
   */
  public record Resolution(int width, int height) {

    static final int MAX_SIDE = 8192;

    /** Checks the ranges. */
    public Resolution {
      if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
        throw new IllegalArgumentException(
            "a camera's resolution is 1 to %d on each side, got %dx%d"
                .formatted(MAX_SIDE, width, height));
      }
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /** Raw images on {@code /camera/image_raw}, the middle of them, whatever their size. */
  public static CameraTopic defaults() {
    return new CameraTopic(
        "/camera/image_raw", false, new Crop.Centre(), DepthRange.defaults(), Optional.empty());
  }

  /** How frames of a size are made of the images. */
  CameraSettings settings(int width, int height) {
    return CameraSettings.of(width, height).withCrop(crop).withDepth(depth);
  }
}
