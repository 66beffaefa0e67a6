package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How pixels are stored: the names of {@code sensor_msgs/image_encodings.h} that a camera or a
 * depth camera sends.
 */
public enum PixelEncoding {
  RGB8("rgb8", 3),
  BGR8("bgr8", 3),
  RGBA8("rgba8", 4),
  BGRA8("bgra8", 4),
  MONO8("mono8", 1),
  MONO16("mono16", 2),
  /** One channel of bytes, shown as grey. */
  ONE_CHANNEL_8("8UC1", 1),
  /** Three channels of bytes, in OpenCV's order: blue, green, red. */
  THREE_CHANNELS_8("8UC3", 3),
  /** Depth in millimetres, 0 where unknown (REP 118). */
  DEPTH_MILLIMETRES("16UC1", 2),
  /** Depth in metres, NaN where unknown, infinite where out of range (REP 117, REP 118). */
  DEPTH_METRES("32FC1", 4),
  /** Two pixels as U Y V Y. */
  UYVY("yuv422", 2),
  /** Two pixels as Y U Y V. */
  YUY2("yuv422_yuy2", 2),
  BAYER_RGGB8("bayer_rggb8", 1),
  BAYER_BGGR8("bayer_bggr8", 1),
  BAYER_GBRG8("bayer_gbrg8", 1),
  BAYER_GRBG8("bayer_grbg8", 1),
  BAYER_RGGB16("bayer_rggb16", 2),
  BAYER_BGGR16("bayer_bggr16", 2),
  BAYER_GBRG16("bayer_gbrg16", 2),
  BAYER_GRBG16("bayer_grbg16", 2);

  private static final Map<String, PixelEncoding> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(PixelEncoding::rosName, Function.identity()));

  private final String rosName;
  private final int bytesPerPixel;

  PixelEncoding(String rosName, int bytesPerPixel) {
    this.rosName = rosName;
    this.bytesPerPixel = bytesPerPixel;
  }

  /**
   * The encoding of a name.
   *
   * @throws MessageFormatException naming those that can be read
   */
  public static PixelEncoding named(String rosName) throws MessageFormatException {
    PixelEncoding encoding = BY_NAME.get(rosName);
    if (encoding == null) {
      String known =
          Arrays.stream(values()).map(PixelEncoding::rosName).collect(Collectors.joining(", "));
      String found = rosName.length() > 40 ? rosName.substring(0, 40) + "..." : rosName;
      throw new MessageFormatException("image encoding", "one of " + known, "'" + found + "'");
    }
    return encoding;
  }

  /** The name in a message. */
  public String rosName() {
    return rosName;
  }

  /** Bytes of one pixel; of 4:2:2 images half the bytes of two. */
  public int bytesPerPixel() {
    return bytesPerPixel;
  }

  /** Whether pixels come in pairs, so that a row has an even number of them. */
  boolean isPaired() {
    return this == UYVY || this == YUY2;
  }

  /** Whether each pixel sees one colour, so that a pixel needs neighbours. */
  boolean isBayer() {
    return rosName.startsWith("bayer_");
  }
}
