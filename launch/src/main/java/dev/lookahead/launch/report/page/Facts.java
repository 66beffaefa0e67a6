package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import java.util.Map;

/** Names and values as a definition list. */
public final class Facts {

  private Facts() {}

  /** A row for each. */
  public static Markup of(Map<String, String> facts) {
    Markup list = element("dl", "facts");
    facts.forEach(
        (name, value) ->
            list.add(element("div").add(element("dt").text(name), value(value.strip()))));
    return list;
  }

  private static Markup value(String value) {
    return (value.indexOf('\n') < 0 ? element("dd") : element("dd", "lines")).text(value);
  }
}
