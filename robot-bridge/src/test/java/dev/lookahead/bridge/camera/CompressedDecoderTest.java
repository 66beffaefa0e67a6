package dev.lookahead.bridge.camera;

import static dev.lookahead.bridge.camera.TestImages.compressed;
import static dev.lookahead.bridge.camera.TestImages.encode;
import static dev.lookahead.bridge.camera.TestImages.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedDecoderTest {

  private final FrameConverter converter =
      new FrameConverter(CameraSettings.of(2, 1).withCrop(new Crop.Whole()));

  private static BufferedImage picture(int type) {
    BufferedImage image = new BufferedImage(2, 1, type);
    image.setRGB(0, 0, 0xff_ff0000);
    image.setRGB(1, 0, 0xff_000000);
    return image;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void readsPngsOfEachKind(int type) throws IOException {
    byte[] png = encode(picture(type), "png");

    assertThat(samples(converter.convert(compressed(png)))).containsExactly(255, 0, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void greyStaysAsItIsStored(String format) throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 60);
    grey.getRaster().setSample(1, 0, 0, 60);

    assertThat(samples(converter.convert(compressed(encode(grey, format)))))
        .containsExactly(60, 60, 60, 60, 60, 60);
  }

  @Test
  void sixteenBitGreyIsRounded() throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSample(0, 0, 0, 65_535);
    grey.getRaster().setSample(1, 0, 0, 257 * 7);

    assertThat(samples(converter.convert(compressed(encode(grey, "png")))))
        .containsExactly(255, 255, 255, 7, 7, 7);
  }

  @Test
  void readsAJpegInColour() throws IOException {
    BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_3BYTE_BGR);
    for (int x = 0; x < 16; x++) {
      for (int y = 0; y < 8; y++) {
        image.setRGB(x, y, x < 8 ? 0xff_e01010 : 0xff_1010e0);
      }
    }

    int[] rgb = samples(converter.convert(compressed(encode(image, "jpeg"))));

    assertThat(rgb[0]).isBetween(210, 235);
    assertThat(rgb[2]).isLessThan(40);
    assertThat(rgb[3]).isLessThan(40);
    assertThat(rgb[5]).isBetween(210, 235);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void refusesAFileThatWasCutOff(String format) throws IOException {
    byte[] file = encode(picture(BufferedImage.TYPE_3BYTE_BGR), format);

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatExceptionOfType(MessageFormatException.class)
          .isThrownBy(() -> converter.convert(compressed(cut)));
    }
    assertThat(converter.convert(compressed(file)).width()).isEqualTo(2);
  }

  @Test
  void refusesSizesBeforeDecodingThem() throws IOException {
    byte[] png = encode(picture(BufferedImage.TYPE_3BYTE_BGR), "png");
    ByteBuffer.wrap(png).putInt(16, 65_535).putInt(20, 65_535);
    byte[] jpeg = encode(picture(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    int frame = indexOfFrame(jpeg);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> converter.convert(compressed(png)))
        .withMessage(
            "png size: expected sides of 1 to 8192 and at most 9437184 pixels, found 65535x65535");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> converter.convert(compressed(jpeg)))
        .withMessage(
            "jpeg size: expected sides of 1 to 8192 and at most 9437184 pixels, found 60000x60000");
  }

  private static int indexOfFrame(byte[] jpeg) {
    for (int i = 0; ; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
        return i;
      }
    }
  }

  @Test
  void refusesAPngWithCompressedNotes() throws IOException {
    byte[] png = encode(picture(BufferedImage.TYPE_3BYTE_BGR), "png");
    ByteBuffer noted = ByteBuffer.allocate(png.length + 12 + 5);
    noted.put(png, 0, 33).putInt(5).put("zTXt".getBytes(StandardCharsets.US_ASCII));
    noted.put(new byte[9]).put(png, 33, png.length - 33);

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> converter.convert(compressed(noted.array())))
        .withMessage("PNG: expected no compressed notes or profiles, found zTXt");
  }

  @Test
  void refusesAJpegOfManyScans() throws IOException {
    byte[] jpeg = encode(picture(BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 2};
    ByteBuffer many = ByteBuffer.allocate(jpeg.length + 100 * scan.length);
    many.put(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < 100; i++) {
      many.put(scan);
    }
    many.put(jpeg, jpeg.length - 2, 2);

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> converter.convert(compressed(many.array())))
        .withMessage("JPEG: expected at most 64 scans, found more");
  }

  @Test
  void refusesWhatIsNoImage() {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> converter.convert(compressed(new byte[100])))
        .withMessage("compressed image: expected JPEG or PNG, found 100 bytes of something else");
  }
}
