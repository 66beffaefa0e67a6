package dev.lookahead.launch.report.figure;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.report.Pictures;
import dev.lookahead.launch.report.page.Markup;
import java.util.function.Consumer;

/**
 * Something drawn, wherever it is shown.
 *
 * @param words what it shows, for those who cannot see it
 * @param width pixels
 * @param height pixels
 * @param strokes draws it; the same every time
 */
public record Figure(String words, double width, double height, Consumer<Canvas> strokes) {

  /** Sharp on paper and on screens with small pixels. */
  private static final int PNG_SCALE = 2;

  /** As an element of a page. */
  public Markup svg() {
    Markup svg =
        element("svg", "figure")
            .with("viewBox", "0 0 " + Markup.tenth(width) + " " + Markup.tenth(height))
            .with("width", width)
            .with("role", "img")
            .with("aria-label", words);
    strokes.accept(new SvgCanvas(svg));
    return svg;
  }

  /** The bytes of a PNG file, two pixels for each of the figure. */
  public byte[] png() {
    return Pictures.png(RasterCanvas.draw(this, PNG_SCALE));
  }
}
