package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import java.util.Map;

/** Names and values as a definition list. */
final class Facts {

  private Facts() {}

  static Markup of(Map<String, String> facts) {
    Markup list = element("dl", "facts");
    facts.forEach(
        (name, value) ->
            list.add(element("div").add(element("dt").text(name), element("dd").text(value))));
    return list;
  }
}
