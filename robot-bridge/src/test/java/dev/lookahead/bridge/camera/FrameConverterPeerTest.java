package dev.lookahead.bridge.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames as cv_bridge and OpenCV make them. */
class FrameConverterPeerTest {

  private static final String PYTHON = "/usr/bin/python3";
  private static final int CASES = 12 * 4 + 4 + 2;

  @TempDir Path folder;

  @Test
  void framesAreThoseOfCvBridgeAndOpenCv() throws Exception {
    requirePeer();
    ByteBuffer peer = ByteBuffer.wrap(cases()).order(ByteOrder.LITTLE_ENDIAN);

    int cases = 0;
    for (; peer.hasRemaining(); cases++) {
      assertCase(
          StandardCharsets.UTF_8.decode(next(peer)).toString(),
          next(peer).order(ByteOrder.LITTLE_ENDIAN),
          bytes(next(peer)),
          next(peer));
    }
    assertThat(cases).isEqualTo(CASES);
  }

  private static void assertCase(
      String encoding, ByteBuffer numbers, byte[] data, ByteBuffer expected)
      throws MessageFormatException {
    int width = numbers.getInt();
    int height = numbers.getInt();
    ImageView image =
        TestImages.image(encoding, width, height, numbers.getInt(), numbers.getInt() != 0, data);
    CameraSettings settings =
        CameraSettings.of(numbers.getInt(), numbers.getInt()).withCrop(new Crop.Whole());
    int interpolation = numbers.getInt();

    int[] samples = TestImages.samples(new FrameConverter(settings).convert(image));

    // OpenCV copies the border of a demosaiced image from its neighbour; ours mirrors the mosaic.
    int border = encoding.startsWith("bayer") ? 1 : 0;
    int tolerance = interpolation == 0 ? 0 : 1;
    assertThat(samples).hasSize(expected.remaining());
    for (int y = border; y < settings.height() - border; y++) {
      for (int x = 3 * border; x < 3 * (settings.width() - border); x++) {
        int index = 3 * y * settings.width() + x;
        assertThat(samples[index])
            .as("%s, sample %d of row %d, interpolation %d", encoding, x, y, interpolation)
            .isBetween(
                Byte.toUnsignedInt(expected.get(index)) - tolerance,
                Byte.toUnsignedInt(expected.get(index)) + tolerance);
      }
    }
  }

  private byte[] cases() throws IOException, InterruptedException {
    Path script = folder.resolve("opencv_frames.py");
    try (InputStream resource = FrameConverter.class.getResourceAsStream("opencv_frames.py")) {
      Files.copy(resource, script);
    }
    Path output = folder.resolve("cases");
    ProcessBuilder command = new ProcessBuilder(PYTHON, script.toString(), "3");
    assertThat(exitOf(command.redirectOutput(output.toFile()))).isZero();
    return Files.readAllBytes(output);
  }

  private static void requirePeer() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of(PYTHON))
            && exitOf(new ProcessBuilder(PYTHON, "-c", "import cv_bridge, cv2, sensor_msgs.msg"))
                == 0,
        "skipped: cv_bridge and OpenCV are not installed for " + PYTHON);
  }

  private static int exitOf(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no answer within a minute: " + command.command());
    }
    return process.exitValue();
  }

  private static ByteBuffer next(ByteBuffer peer) {
    int length = peer.getInt();
    ByteBuffer part = peer.slice(peer.position(), length);
    peer.position(peer.position() + length);
    return part;
  }

  private static byte[] bytes(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return bytes;
  }
}
