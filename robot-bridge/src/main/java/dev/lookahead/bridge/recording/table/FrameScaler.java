package dev.lookahead.bridge.recording.table;

import dev.lookahead.bridge.camera.CameraSettings;
import dev.lookahead.bridge.camera.FrameConverter;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RosTime;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Brings recorded images to the size of an episode's frames as a live camera's would be: the middle
 * of the image, area-averaged. Thread: one at a time.
 */
final class FrameScaler {

  private final int width;
  private final int height;
  private final int frameBytes;
  private final @Nullable FrameConverter converter;

  FrameScaler(int width, int height, int frameWidth, int frameHeight) {
    this.width = width;
    this.height = height;
    this.frameBytes = frameWidth * frameHeight * 3;
    this.converter =
        width == frameWidth && height == frameHeight
            ? null
            : new FrameConverter(CameraSettings.of(frameWidth, frameHeight));
  }

  /** Frames of the new size, [rows, H', W', 3]; the same ones if nothing is to do. */
  ByteBuffer scale(ByteBuffer images, int rows) {
    if (converter == null) {
      return images;
    }
    ByteBuffer frames = ByteBuffer.allocate(Math.multiplyExact(rows, frameBytes));
    int imageBytes = width * height * 3;
    try {
      for (int row = 0; row < rows; row++) {
        ByteBuffer image = images.slice(row * imageBytes, imageBytes);
        frames.put(
            converter
                .convert(
                    new ImageView(
                        row,
                        new RosTime(0, 0),
                        "",
                        height,
                        width,
                        "rgb8",
                        false,
                        3L * width,
                        image))
                .rgb());
      }
    } catch (MessageFormatException impossible) {
      throw new AssertionError("an image of known size and encoding", impossible);
    }
    return frames.flip();
  }
}
