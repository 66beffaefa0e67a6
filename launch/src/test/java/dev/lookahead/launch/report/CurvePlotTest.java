package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CurvePlotTest {

  @Test
  void panelsOfEverySortAreDrawn() throws IOException {
    byte[] png = CurvePlot.png("train two-room", example().panels());

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isGreaterThan(1500);
    assertThat(image.getHeight()).isGreaterThan(900);
    assertThat(png.length).isLessThan(400_000);
  }

  @Test
  void aDivergedRunAndAnEmptyOneAreDrawnToo() {
    Curve diverged = new Curve("total", new double[] {1, 2}, new double[] {Double.NaN, Double.NaN});
    Curve constant = new Curve("rate", new double[] {1, 2}, new double[] {3, 3});
    Curve single = new Curve("val", new double[] {1}, new double[] {0});

    BufferedImage image =
        CurvePlot.draw(
            "odd",
            List.of(
                new CurvePlot.Panel("a", "step", List.of(diverged)),
                new CurvePlot.Panel("b", "step", List.of(constant, single)),
                new CurvePlot.Panel("c", "step", List.of())));

    assertThat(image.getWidth()).isPositive();
  }

  /** A training run as it usually looks: losses over decades, noise, a validation curve. */
  static CurveLog example() {
    CurveLog log = new CurveLog();
    SplittableRandom random = new SplittableRandom(1);
    for (int step = 1; step <= 3000; step++) {
      double fall = Math.exp(-step / 350.0);
      log.accept(
          new Scalar("loss/total", step, (1.4 * fall + 0.012) * Math.exp(0.25 * noise(random))));
      log.accept(
          new Scalar("loss/rollout", step, (0.9 * fall + 0.006) * Math.exp(0.3 * noise(random))));
      log.accept(new Scalar("latent std/mean", step, 1 - 0.6 * fall + 0.03 * noise(random)));
      if (step % 100 == 0) {
        log.accept(new Scalar("loss/validation", step, 1.5 * fall + 0.016));
        log.accept(new Scalar("effective rank", step, 4 + 40 * (1 - fall)));
        log.accept(new Scalar("learning rate", step, 5e-4 * Math.cos(step / 3000.0 * 1.5)));
      }
    }
    return log;
  }

  private static double noise(SplittableRandom random) {
    return random.nextGaussian();
  }
}
