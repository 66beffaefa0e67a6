package dev.lookahead.bridge.camera;

import static dev.lookahead.bridge.camera.TestImages.bytes;
import static dev.lookahead.bridge.camera.TestImages.image;
import static dev.lookahead.bridge.camera.TestImages.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.CameraFrame;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrameConverterTest {

  private static int[] convert(ImageView image) throws MessageFormatException {
    CameraSettings settings =
        CameraSettings.of((int) image.width(), (int) image.height())
            .withCrop(new Crop.Whole())
            .withDepth(new DepthRange(1, 3));
    return samples(new FrameConverter(settings).convert(image));
  }

  @ParameterizedTest
  @CsvSource({"rgb8, 1 2 3", "bgr8, 3 2 1", "rgba8, 1 2 3 9", "bgra8, 3 2 1 9", "8UC3, 3 2 1"})
  void ordersChannels(String encoding, String pixel) throws MessageFormatException {
    String[] words = pixel.split(" ", -1);
    byte[] data = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      data[i] = Byte.parseByte(words[i]);
    }

    assertThat(convert(image(encoding, 1, 1, data))).containsExactly(1, 2, 3);
  }

  @Test
  void skipsThePaddingOfRows() throws MessageFormatException {
    ImageView padded = image("mono8", 2, 2, 5, false, bytes(1, 2, 99, 99, 99, 3, 4, 99, 99, 99));

    assertThat(convert(padded)).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
  }

  @Test
  void readsSixteenBitsInTheOrderTheMessageNames() throws MessageFormatException {
    byte[] data = bytes(0x00, 0xff, 0xff, 0x00);

    assertThat(convert(image("mono16", 2, 1, 4, false, data)))
        .containsExactly(254, 254, 254, 1, 1, 1);
    assertThat(convert(image("mono16", 2, 1, 4, true, data)))
        .containsExactly(1, 1, 1, 254, 254, 254);
  }

  @Test
  void depthInMillimetresIsGreyBetweenNearAndFarAndBlackWhereUnknown()
      throws MessageFormatException {
    ByteBuffer data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort((short) 0).putShort((short) 500).putShort((short) 2000);
    data.putShort((short) 3000).putShort((short) 65_000);

    assertThat(convert(image("16UC1", 5, 1, data.array())))
        .containsExactly(0, 0, 0, 0, 0, 0, 128, 128, 128, 255, 255, 255, 255, 255, 255);
  }

  @Test
  void depthInMetresMayBeUnknownOrInfinite() throws MessageFormatException {
    ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.BIG_ENDIAN);
    data.putFloat(Float.NaN).putFloat(Float.NEGATIVE_INFINITY).putFloat(Float.POSITIVE_INFINITY);
    data.putFloat(1.5f);

    assertThat(convert(image("32FC1", 4, 1, 16, true, data.array())))
        .containsExactly(0, 0, 0, 0, 0, 0, 255, 255, 255, 64, 64, 64);
  }

  @Test
  void videoColoursAreThoseOfBt601() throws MessageFormatException {
    // Black, white and the primary red of limited range: Y 81, U 90, V 240.
    int[] black = {0, 0, 0};
    byte[] uyvy = bytes(128, 16, 128, 235, 90, 81, 240, 81);
    byte[] yuyv = bytes(16, 128, 235, 128, 81, 90, 81, 240);

    int[] fromUyvy = convert(image("yuv422", 4, 1, uyvy));

    assertThat(fromUyvy).startsWith(black).endsWith(254, 0, 0, 254, 0, 0);
    assertThat(fromUyvy[3]).isEqualTo(255);
    assertThat(convert(image("yuv422_yuy2", 4, 1, yuyv))).isEqualTo(fromUyvy);
  }

  @ParameterizedTest
  @CsvSource({
    "bayer_rggb8, 200 100 200 100 100 50 100 50 200 100 200 100 100 50 100 50",
    "bayer_bggr8, 50 100 50 100 100 200 100 200 50 100 50 100 100 200 100 200",
    "bayer_grbg8, 100 200 100 200 50 100 50 100 100 200 100 200 50 100 50 100",
    "bayer_gbrg8, 100 50 100 50 200 100 200 100 100 50 100 50 200 100 200 100"
  })
  void aPlainColourSurvivesEachBayerPattern(String encoding, String pattern)
      throws MessageFormatException {
    String[] words = pattern.split(" ", -1);
    byte[] data = new byte[16];
    byte[] wide = new byte[32];
    for (int i = 0; i < 16; i++) {
      data[i] = (byte) Integer.parseInt(words[i]);
      // 257 times a byte is that byte on the scale of 16 bits.
      wide[2 * i] = data[i];
      wide[2 * i + 1] = data[i];
    }

    int[] rgb = convert(image(encoding, 4, 4, data));

    for (int i = 0; i < rgb.length; i += 3) {
      assertThat(new int[] {rgb[i], rgb[i + 1], rgb[i + 2]}).containsExactly(200, 100, 50);
    }
    assertThat(convert(image(encoding.replace("8", "16"), 4, 4, wide))).isEqualTo(rgb);
  }

  @Test
  void shrinkingAveragesTheAreaOfTheMiddle() throws MessageFormatException {
    byte[] data = bytes(9, 0, 10, 20, 30, 9, 9, 40, 50, 60, 71, 9);
    FrameConverter converter = new FrameConverter(CameraSettings.of(1, 1));

    CameraFrame frame = converter.convert(image("mono8", 6, 2, data));

    assertThat(frame.sample(0, 0, 0)).isEqualTo((10 + 20 + 50 + 60) / 4);
    assertThat(frame.stampNanos()).isEqualTo(5_000_000_006L);
  }

  @ParameterizedTest
  @EnumSource(PixelEncoding.class)
  void aPartIsTheSameAsInTheWholeImage(PixelEncoding encoding) throws MessageFormatException {
    byte[] data = new byte[12 * 9 * encoding.bytesPerPixel()];
    new SplittableRandom(4).nextBytes(data);
    ImageView image = image(encoding.rosName(), 12, 9, data);
    CameraFrame whole = new FrameConverter(CameraSettings.of(12, 9)).convert(image);
    CameraSettings part = CameraSettings.of(5, 6).withCrop(new Crop.Part(3, 2, 5, 6));

    CameraFrame frame = new FrameConverter(part).convert(image);

    for (int i = 0; i < 5 * 6 * 3; i++) {
      int x = i / 3 % 5;
      int y = i / 15;
      assertThat(frame.sample(x, y, i % 3)).isEqualTo(whole.sample(3 + x, 2 + y, i % 3));
    }
  }

  @Test
  void refusesACropOutsideTheImage() {
    FrameConverter converter =
        new FrameConverter(CameraSettings.of(1, 1).withCrop(new Crop.Part(1, 1, 2, 2)));

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> converter.convert(image("mono8", 2, 2, new byte[4])))
        .withMessage("image size: expected at least 3x3 for the crop, found 2x2");
  }

  @Test
  void aFrameCostsItselfAndLittleElse() throws MessageFormatException {
    FrameConverter converter = new FrameConverter(CameraSettings.of(64, 64));
    ByteBuffer body = ImageView.TYPE.toBody(image("bgr8", 320, 240, new byte[320 * 240 * 3]));
    for (int i = 0; i < 50; i++) {
      converter.convert(ImageView.TYPE.fromBody(body));
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int frames = 100;

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < frames; i++) {
      converter.convert(ImageView.TYPE.fromBody(body));
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / frames;

    assertThat(each).isLessThan(64 * 64 * 3 + 2048);
  }

  @Test
  void enlargingIsLinearBetweenPixelCentres() throws MessageFormatException {
    CameraSettings settings = CameraSettings.of(4, 1).withCrop(new Crop.Whole());

    CameraFrame frame = new FrameConverter(settings).convert(image("mono8", 2, 1, bytes(0, 100)));

    assertThat(samples(frame)).containsExactly(0, 0, 0, 25, 25, 25, 75, 75, 75, 100, 100, 100);
  }
}
