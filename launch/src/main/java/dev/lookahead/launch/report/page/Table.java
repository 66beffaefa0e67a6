package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import java.util.List;

/** Rows of text, the first cell of each naming it. */
public final class Table {

  private final List<String> headings;
  private final Markup body = element("tbody", "plain");
  private final String caption;

  /**
   * A table without rows.
   *
   * @param headings of the columns
   * @param caption what the numbers are
   */
  public Table(List<String> headings, String caption) {
    this.headings = List.copyOf(headings);
    this.caption = caption;
  }

  /** Adds a row; as many cells as headings. */
  public Table row(String... cells) {
    return linkedRow("", cells);
  }

  /**
   * Adds a row whose name leads to a place on the page.
   *
   * @param link {@code #} and the place's id; empty for none
   */
  public Table linkedRow(String link, String... cells) {
    Markup name = element("th").with("scope", "row");
    Markup row =
        element("tr")
            .add(
                link.isEmpty()
                    ? name.text(cells[0])
                    : name.add(element("a").with("href", link).text(cells[0])));
    for (int i = 1; i < cells.length; i++) {
      row.add(element("td").text(cells[i]));
    }
    body.add(row);
    return this;
  }

  /** The table in a frame that scrolls where the screen is narrow. */
  public Markup markup() {
    return ScrollTable.of(headings, body, caption);
  }
}
