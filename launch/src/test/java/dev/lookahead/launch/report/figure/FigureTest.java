package dev.lookahead.launch.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.report.CurveAxis;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final CurveAxis SHARE = CurveAxis.between(0, 1);

  @Test
  void aPictureHasTwoPixelsForEachOfTheFigure() throws IOException {
    Figure figure =
        new CurveFigure(300, 200, 60, SHARE, "across", SHARE, "up")
            .curve(Ink.SUBJECT, new double[] {0, 1}, new double[] {0.5, 0.5}, "curve")
            .figure("a level");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(400);
    // Half way up, between the axes: the curve.
    assertThat(image.getRGB(300, 188) & 0xffffff).isEqualTo(0x0067a8);
  }

  @Test
  void namesFromOutsideAreText() {
    IntervalRows rows = new IntervalRows(400, 100, SHARE, "<b>", 0, "&", Double::toString);
    String svg =
        rows.figure(
                "\"words\"",
                List.of(new IntervalRows.Row("<script>", new Interval(0.5, 0.4, 0.6), 0, Ink.GOOD)))
            .svg()
            .render();
    assertThat(svg)
        .contains("&lt;script&gt;", "&lt;b&gt;", "&quot;words&quot;", "0.5 (0.4–0.6)")
        .doesNotContain("<script>", "<b>");
  }

  @Test
  void anIntervalBelowZeroIsWrittenWithoutADash() {
    assertThat(
            IntervalRows.words(
                new Interval(-1, -2, 3), value -> String.format(Locale.ROOT, "%.0f", value)))
        .isEqualTo("-1 (-2 to 3)");
  }

  @Test
  void whatIsNotDefinedIsSaid() {
    Interval none = new Interval(Double.NaN, Double.NaN, Double.NaN);
    Figure figure =
        new IntervalRows(400, 100, SHARE, "share", 0, "chance", Double::toString)
            .figure("rows", List.of(new IntervalRows.Row("row", none, 0, Ink.BAD)));
    assertThat(figure.svg().render()).contains("not defined").doesNotContain("NaN");
  }

  @Test
  void oneAxisIsABandOfColours() {
    HeatMap band =
        new HeatMap(
            new Matrix(3, new float[] {1, 0, 1}), SHARE, "offset", SHARE, "nothing", "energy");
    String svg = band.figure("a band").svg().render();
    assertThat(svg).contains("offset", "energy", "#2a0593", "#fca636").doesNotContain("nothing");
  }
}
