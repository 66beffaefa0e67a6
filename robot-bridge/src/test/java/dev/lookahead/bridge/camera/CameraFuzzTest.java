package dev.lookahead.bridge.camera;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.Mutation;
import dev.lookahead.worldmodel.CameraFrame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** F5: wrong encodings, steps, sizes, flags, cut and garbled data. */
class CameraFuzzTest {

  private static final int RAW_IMAGES = Integer.getInteger("fuzz.images", 100_000);
  private static final int COMPRESSED_IMAGES = RAW_IMAGES / 20;
  private static final int SIDE = 4;

  /** A frame, its parts, an exception; classes and buffers come once and are not counted. */
  private static final long HEAP_BYTES_PER_MESSAGE = 16_384;

  /** Pixels of the largest picture that is decoded; what it claims beyond that is refused. */
  private static final long MOST_HEAP_BYTES_PER_FILE = 64 << 20;

  private final SplittableRandom random = new SplittableRandom(5);
  private final FrameConverter converter = new FrameConverter(CameraSettings.of(SIDE, SIDE));

  @Test
  void damagedImagesBecomeAFrameOrARefusal() {
    PixelEncoding[] encodings = PixelEncoding.values();
    long[] largeSides = {0, 1, 8192, 65_535, 0x7fff_ffffL, 0xffff_ffffL};
    int frames = 0;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < RAW_IMAGES; i++) {
      PixelEncoding encoding = encodings[i % encodings.length];
      int width = 2 * random.nextInt(1, 8);
      int height = random.nextInt(2, 12);
      int step = width * encoding.bytesPerPixel() + random.nextInt(3);
      byte[] data = new byte[step * height];
      random.nextBytes(data);
      long claimedWidth =
          random.nextInt(8) == 0 ? largeSides[random.nextInt(largeSides.length)] : width;
      ImageView image =
          TestImages.image(
              encoding.rosName(), claimedWidth, height, step, random.nextBoolean(), data);
      byte[] body = new byte[ImageView.TYPE.size(image)];
      ImageView.TYPE.toBody(image).get(body);
      frames += isFrame(random.nextInt(4) > 0 ? Mutation.of(body, random) : body);
    }
    assertThat(frames).isBetween(RAW_IMAGES / 10, RAW_IMAGES * 9 / 10);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(RAW_IMAGES * HEAP_BYTES_PER_MESSAGE);
  }

  private int isFrame(byte[] body) {
    try {
      CameraFrame frame = converter.convert(ImageView.TYPE.fromBody(ByteBuffer.wrap(body)));
      assertThat(frame.width()).isEqualTo(SIDE);
      return 1;
    } catch (MessageFormatException refused) {
      return 0;
    }
  }

  @Test
  void damagedFilesBecomeAFrameOrARefusal() throws IOException {
    BufferedImage picture = new BufferedImage(24, 16, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 24 * 16; i++) {
      picture.setRGB(i % 24, i / 24, random.nextInt());
    }
    byte[] jpeg = TestImages.encode(picture, "jpeg");
    byte[] png = TestImages.encode(picture, "png");
    int frames = 0;
    long most = 0;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < COMPRESSED_IMAGES; i++) {
      byte[] damaged = Mutation.of(i % 2 == 0 ? jpeg : png, random);
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        CameraFrame frame = converter.convert(TestImages.compressed(damaged));
        assertThat(frame.width()).isEqualTo(SIDE);
        frames++;
      } catch (MessageFormatException refused) {
        assertThat(refused).hasMessageContaining("expected");
      }
      most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(most).as("heap bytes for a file").isLessThan(MOST_HEAP_BYTES_PER_FILE);
    assertThat(frames).isLessThan(COMPRESSED_IMAGES);
  }
}
