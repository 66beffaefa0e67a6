package dev.lookahead.sim.tworoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.worldmodel.CameraFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoRoomRendererTest {

  private static final FrameSize SMALL = FrameSize.square(64);

  private static CameraFrame draw(FrameSize size, double x, double y) {
    return new TwoRoomRenderer(size).render(new double[] {x, y}, 0);
  }

  /** The published formula at every pixel, over the scenery of a frame whose dot is elsewhere. */
  private static int[] formula(FrameSize size, double x, double y) {
    CameraFrame scenery = draw(size, x < 112 ? 200 : 20, y < 112 ? 200 : 20);
    double pitchX = 224.0 / size.width();
    double pitchY = 224.0 / size.height();
    float[] opacity = new float[size.width() * size.height()];
    float peak = 0;
    for (int i = 0; i < opacity.length; i++) {
      int column = i % size.width();
      int row = i / size.width();
      double dx = (column + 0.5) * pitchX - 0.5 - x;
      double dy = (row + 0.5) * pitchY - 0.5 - y;
      opacity[i] = (float) (StrictMath.exp(-dx * dx / 98) * StrictMath.exp(-dy * dy / 98));
      peak = Math.max(peak, opacity[i]);
    }
    int[] rgb = new int[opacity.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      float a = opacity[i / 3] / peak;
      int pixel = i / 3;
      int under = scenery.sample(pixel % size.width(), pixel / size.width(), i % 3);
      rgb[i] = (int) (under * (1 - a) + (i % 3 == 0 ? 255 : 0) * a);
    }
    return rgb;
  }

  @ParameterizedTest
  @CsvSource({"64,64", "224,224", "96,48", "16,16", "333,257"})
  void drawingOnlyAroundTheDotEqualsTheFormulaOnEveryPixelThere(int width, int height) {
    FrameSize size = new FrameSize(width, height);
    double x = 61.3;
    double y = 140.8;
    CameraFrame frame = draw(size, x, y);
    int[] expected = formula(size, x, y);
    for (int i = 0; i < expected.length; i++) {
      int column = i / 3 % width;
      int row = i / 3 / width;
      boolean farSide = column * 224.0 / width > 130 && row * 224.0 / height < 90;
      if (!farSide) {
        assertThat(frame.sample(column, row, i % 3)).as("byte %d", i).isEqualTo(expected[i]);
      }
    }
  }

  @Test
  void atSixtyFourPixelsTheWallHasADoorAndTheBorderIsClosed() {
    CameraFrame frame = draw(SMALL, 60, 160);
    assertThat(frame.sample(32, 30, 0)).isZero();
    assertThat(frame.sample(32, 14, 0)).isEqualTo(255);
    for (int i = 0; i < 64; i++) {
      assertThat(frame.sample(3, i, 1)).isLessThan(20);
      assertThat(frame.sample(i, 60, 1)).isLessThan(20);
    }
  }

  @Test
  void smallerFramesKeepTheBlackAreaOfTheLargeOne() {
    assertThat(darkness(draw(SMALL, 60, 160)))
        .isCloseTo(darkness(draw(FrameSize.square(224), 60, 160)), within(1e-3));
  }

  /** The mean of what is missing from full red, which the dot does not change on white ground. */
  private static double darkness(CameraFrame frame) {
    double sum = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        sum += 255 - frame.sample(x, y, 0);
      }
    }
    return sum / (255.0 * frame.width() * frame.height());
  }

  @Test
  void theDotFollowsTheAgentBySubpixels() {
    assertThat(draw(SMALL, 60, 120)).isNotEqualTo(draw(SMALL, 60.2, 120));
    assertThat(centreOfRed(draw(SMALL, 70, 120))).isCloseTo(70, within(0.3));
    assertThat(centreOfRed(draw(SMALL, 71, 120))).isCloseTo(71, within(0.3));
  }

  private static double centreOfRed(CameraFrame frame) {
    double weight = 0;
    double moment = 0;
    for (int x = 14; x < 30; x++) {
      for (int y = 20; y < 50; y++) {
        double red = 255 - frame.sample(x, y, 1);
        weight += red;
        moment += red * ((x + 0.5) * 3.5 - 0.5);
      }
    }
    return moment / weight;
  }

  @Test
  void theStampIsPassedOn() {
    assertThat(new TwoRoomRenderer(SMALL).render(new double[] {60, 60}, 42).stampNanos())
        .isEqualTo(42);
  }
}
