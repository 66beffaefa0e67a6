package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What every page has around its content. The file needs nothing else: no network, no script, no
 * further file. It reads in light and dark, on paper and aloud, and is well-formed XML too.
 */
public final class PageShell {

  private static final String STYLE_SHEET = "page.css";

  private PageShell() {}

  /** The bytes of the file, in UTF-8. */
  public static byte[] html(String title, Markup main) {
    Markup document =
        element("html").with("lang", "en").add(head(title), element("body").add(main));
    return ("<!DOCTYPE html>\n" + document.render()).getBytes(StandardCharsets.UTF_8);
  }

  private static Markup head(String title) {
    return element("head")
        .add(
            element("meta").with("charset", "utf-8"),
            element("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            element("meta").with("name", "color-scheme").with("content", "light dark"),
            element("title").text("Lookahead: " + title),
            element("style").styleSheet(styleSheet()));
  }

  /** How the results came about, at the end of every page. */
  public static Markup conditions(List<ConditionGroup> conditions) {
    Markup groups = element("div", "conditions");
    conditions.forEach(
        group ->
            groups.add(
                element("div").add(element("h3").text(group.title()), Facts.of(group.facts()))));
    return element("section").add(element("h2").text("Conditions"), groups);
  }

  private static String styleSheet() {
    try (InputStream in = PageShell.class.getResourceAsStream(STYLE_SHEET)) {
      if (in == null) {
        throw new IllegalStateException("this build has no " + STYLE_SHEET);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
