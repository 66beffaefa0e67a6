package dev.lookahead.bridge.camera;

import static dev.lookahead.bridge.camera.TestImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLayoutTest {

  @Test
  void acceptsPaddedRows() throws MessageFormatException {
    assertThat(ImageLayout.of(image("rgb8", 2, 2, 8, false, new byte[16])))
        .isEqualTo(new ImageLayout(PixelEncoding.RGB8, 2, 2, 8, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rgb8 | 0 | 2 | 0 | 0 | image width: expected 1 to 8192 pixels, found 0",
        "rgb8 | 65535 | 65535 | 196605 | 0 | image width: expected 1 to 8192 pixels, found 65535",
        "rgb8 | 2 | 4294967295 | 6 | 0 | image height: expected 1 to 8192 pixels, found 4294967295",
        "rgb8 | 2 | 2 | 5 | 10 | image step: expected at least 6 bytes for 2 pixels of rgb8, found 5",
        "rgb8 | 2 | 2 | 4294967295 | 12 | image data: expected 8589934590 bytes for 2 rows of 4294967295, found 12",
        "rgb8 | 2 | 2 | 6 | 11 | image data: expected 12 bytes for 2 rows of 6, found 11",
        "yuv422 | 3 | 1 | 6 | 6 | image width: expected an even number of pixels in yuv422, found 3",
        "bayer_rggb8 | 1 | 2 | 1 | 2 | image width: expected 2 to 8192 pixels, found 1",
      })
  void refusesNumbersThatDoNotFitTogether(
      String encoding, long width, long height, long step, int bytes, String sentence) {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(
            () -> ImageLayout.of(image(encoding, width, height, step, false, new byte[bytes])))
        .withMessage(sentence);
  }

  @Test
  void namesTheEncodingsThatCanBeRead() {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> ImageLayout.of(image("RGB8", 1, 1, 3, false, new byte[3])))
        .withMessageStartingWith("image encoding: expected one of rgb8, bgr8")
        .withMessageEndingWith("found 'RGB8'");
  }
}
