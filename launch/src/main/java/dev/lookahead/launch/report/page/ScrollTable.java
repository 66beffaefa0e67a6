package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import java.util.List;

/** A table that scrolls for itself where the page is too narrow. */
final class ScrollTable {

  private ScrollTable() {}

  static Markup of(List<String> headings, Markup body, String caption) {
    Markup head = element("tr");
    headings.forEach(heading -> head.add(element("th").with("scope", "col").text(heading)));
    return element("div", "scroll")
        .add(
            element("table", "results")
                .add(element("caption").text(caption), element("thead").add(head), body));
  }
}
