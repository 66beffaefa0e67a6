package dev.lookahead.launch.offline.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.report.figure.Figure;
import dev.lookahead.launch.report.page.Markup;

/**
 * A figure with what a reader needs to understand it.
 *
 * @param name of its file, without an ending
 * @param title a few words
 * @param figure what is seen
 * @param caption what it means
 * @param wide whether it takes the width of the page
 */
record Plate(String name, String title, Figure figure, String caption, boolean wide) {

  /** As an element of a page. */
  Markup on() {
    return element("figure", wide ? "plate wide" : "plate")
        .with("id", name)
        .add(
            element("h3").text(title),
            element("div", "drawing").add(figure.svg()),
            element("figcaption", "faint").text(caption));
  }
}
