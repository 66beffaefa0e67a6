package dev.lookahead.launch.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws curves as panels side by side. A noisy curve is drawn pale with its moving average over it;
 * an axis whose positive values span more than two decades is logarithmic; values that are not
 * finite are left out.
 */
public final class CurvePlot {

  private static final int PANEL_WIDTH = 760;
  private static final int PANEL_HEIGHT = 460;
  private static final int TITLE_HEIGHT = 56;
  private static final int MARGIN = 16;
  private static final int MAX_POINTS = 1_000;
  private static final int MIN_POINTS_TO_SMOOTH = 60;
  private static final double SMOOTHING = 0.94;
  private static final double LOG_FROM_RATIO = 100;

  private static final Color INK = new Color(0x26, 0x2b, 0x33);
  private static final Color FAINT_INK = new Color(0x6b, 0x72, 0x80);
  private static final Color GRID = new Color(0xe8, 0xea, 0xee);

  /** Okabe and Ito's colours, which colour-blind readers can tell apart, darkest first. */
  private static final Color[] COLORS = {
    new Color(0x00, 0x72, 0xb2),
    new Color(0xd5, 0x5e, 0x00),
    new Color(0x00, 0x9e, 0x73),
    new Color(0xcc, 0x79, 0xa7),
    new Color(0xe6, 0x9f, 0x00),
    new Color(0x56, 0xb4, 0xe9),
    new Color(0x4d, 0x4d, 0x4d),
  };

  private CurvePlot() {}

  /**
   * One set of axes.
   *
   * @param title also the label of the vertical axis
   * @param stepLabel the label of the horizontal axis
   * @param curves at least one
   */
  public record Panel(String title, String stepLabel, List<Curve> curves) {

    /** Copies the curves. */
    public Panel {
      curves = List.copyOf(curves);
    }
  }

  /** Draws panels in rows of two, or alone if there is one. */
  public static BufferedImage draw(String title, List<Panel> panels) {
    int columns = panels.size() == 1 ? 1 : 2;
    int rows = (panels.size() + columns - 1) / columns;
    BufferedImage image =
        new BufferedImage(
            columns * PANEL_WIDTH + 2 * MARGIN,
            rows * PANEL_HEIGHT + TITLE_HEIGHT + MARGIN,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
    graphics.drawString(title, MARGIN + 12, 38);
    for (int i = 0; i < panels.size(); i++) {
      int x = MARGIN + i % columns * PANEL_WIDTH;
      int y = TITLE_HEIGHT + i / columns * PANEL_HEIGHT;
      XYChart chart = chart(panels.get(i), lastStep(panels));
      graphics.drawImage(BitmapEncoder.getBufferedImage(chart), x, y, null);
    }
    graphics.dispose();
    return image;
  }

  /** The same drawing as the bytes of a PNG file. */
  public static byte[] png(String title, List<Panel> panels) {
    return Pictures.png(draw(title, panels));
  }

  /** All panels share their horizontal axis, so that what happens together stands together. */
  private static double lastStep(List<Panel> panels) {
    return panels.stream()
        .flatMap(panel -> panel.curves().stream())
        .flatMapToDouble(curve -> Arrays.stream(curve.finite().steps()))
        .max()
        .orElse(1);
  }

  private static XYChart chart(Panel panel, double lastStep) {
    XYChart chart =
        new XYChartBuilder()
            .width(PANEL_WIDTH)
            .height(PANEL_HEIGHT)
            .title(panel.title())
            .xAxisTitle(panel.stepLabel())
            .build();
    style(chart.getStyler());
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(Math.max(1, lastStep));
    chart.getStyler().setYAxisLogarithmic(spansDecades(panel.curves()));
    int color = 0;
    for (Curve curve : panel.curves()) {
      Curve finite = curve.finite();
      if (finite.size() > 0) {
        add(chart, finite, COLORS[color++ % COLORS.length]);
      }
    }
    chart.getStyler().setLegendVisible(color > 1);
    return chart;
  }

  private static void add(XYChart chart, Curve curve, Color color) {
    boolean noisy = curve.size() >= MIN_POINTS_TO_SMOOTH;
    if (noisy) {
      Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), 60);
      XYSeries raw = series(chart, curve.name() + " (raw)", curve, pale, 1f);
      raw.setShowInLegend(false);
    }
    series(chart, curve.name(), noisy ? curve.smoothed(SMOOTHING) : curve, color, 2.2f);
  }

  private static XYSeries series(
      XYChart chart, String name, Curve curve, Color color, float width) {
    Curve drawn = curve.thinned(MAX_POINTS);
    XYSeries series = chart.addSeries(name, drawn.steps(), drawn.values());
    series.setMarker(drawn.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    return series;
  }

  private static boolean spansDecades(List<Curve> curves) {
    double[] values =
        curves.stream().flatMapToDouble(c -> Arrays.stream(c.finite().values())).toArray();
    double min = Arrays.stream(values).min().orElse(0);
    double max = Arrays.stream(values).max().orElse(0);
    return min > 0 && max / min > LOG_FROM_RATIO;
  }

  /** At most four digits, with an exponent where plain digits would be many. */
  static String label(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-2 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.1e", value)
          .replace(".0e", "e")
          .replaceFirst("e([-+])0", "e$1")
          .replace("e+", "e");
    }
    return BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static void style(XYStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTickLabelsColor(FAINT_INK);
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    styler.setChartFontColor(INK);
    styler.setXAxisTickMarkSpacingHint(90);
    styler.setYAxisTickMarkSpacingHint(44);
    styler.setLegendPosition(LegendPosition.InsideNE);
    styler.setLegendLayout(LegendLayout.Vertical);
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setLegendBorderColor(GRID);
    styler.setLegendBackgroundColor(new Color(255, 255, 255, 220));
    styler.setAntiAlias(true);
    styler.setXAxisTickLabelsFormattingFunction(CurvePlot::label);
    styler.setYAxisTickLabelsFormattingFunction(CurvePlot::label);
  }
}
