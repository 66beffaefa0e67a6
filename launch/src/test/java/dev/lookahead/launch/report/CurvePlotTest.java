package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.report.CurvePanel.Limit;
import dev.lookahead.launch.report.CurvePanel.Scale;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CurvePlotTest {

  private static final int TRAINING = 0x0072b2;
  private static final int VALIDATION = 0xd55e00;

  private final CurveLog log = new CurveLog();

  @Test
  void trainingAndValidationOfALossShareAPanel() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int step = 1; step <= 3000; step++) {
      double fall = 1.4 * Math.exp(-step / 350.0) + 0.012;
      log.accept(new Scalar("training", step, fall * Math.exp(0.25 * random.nextGaussian())));
      if (step % 250 == 0) {
        log.accept(new Scalar("validation", step, fall * 1.5));
      }
    }

    byte[] png =
        CurvePlot.png("train two-room", "3000 steps", List.of(panel("training", "validation")));

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(pixels(image, TRAINING)).isGreaterThan(500);
    assertThat(pixels(image, VALIDATION)).isGreaterThan(300);
    assertThat(png.length).isLessThan(100_000);
  }

  @Test
  void oddCurvesAreDrawnToo() {
    log.accept(new Scalar("diverged", 1, Double.NaN));
    log.accept(new Scalar("single", 1, 0));
    for (int step = 1; step <= 100; step++) {
      log.accept(new Scalar("constant", step, 3));
      log.accept(new Scalar("huge", step, (step % 2 == 0 ? -1 : 1) * Float.MAX_VALUE));
      log.accept(new Scalar("tiny", step, Math.pow(10, -step / 3.0)));
    }

    assertThat(log.line("diverged", "a")).isEmpty();
    assertThat(log.line("unknown", "a")).isEmpty();
    BufferedImage image =
        CurvePlot.draw(
            "odd", "", List.of(panel("single"), panel("constant"), panel("huge"), panel("tiny")));
    assertThat(pixels(image, TRAINING)).isGreaterThan(500);
    assertThat(CurvePlot.draw("nothing yet", "", List.of()).getHeight()).isPositive();
  }

  private CurvePanel panel(String... tags) {
    List<CurveLine> lines =
        List.of(tags).stream().map(tag -> log.line(tag, tag).orElseThrow()).toList();
    return new CurvePanel(
        tags[0], lines, Scale.LOGARITHMIC_IF_WIDE, Optional.of(new Limit(0.5, "collapsed below")));
  }

  private static int pixels(BufferedImage image, int color) {
    int count = 0;
    for (int pixel :
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      count += (pixel & 0xffffff) == color ? 1 : 0;
    }
    return count;
  }
}
