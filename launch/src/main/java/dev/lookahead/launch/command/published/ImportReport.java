package dev.lookahead.launch.command.published;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import made.
 *
 * @param bundle where it lies
 * @param family what the weights are of
 * @param parameters scalars that were learned
 * @param weightsSha256 names the model
 * @param lines what else there is to know, for people: a word and what it is
 * @param facts the same for programs
 */
record ImportReport(
    Path bundle,
    String family,
    long parameters,
    String weightsSha256,
    Map<String, String> lines,
    Map<String, Object> facts) {

  /** For a terminal. */
  List<String> text() {
    List<String> text = new ArrayList<>();
    text.add(line("bundle", bundle.toString()));
    text.add(line("family", family));
    text.add(line("parameters", "%,d".formatted(parameters)));
    lines.forEach((word, what) -> text.add(line(word, what)));
    text.add(line("weights", "SHA-256 " + weightsSha256));
    return text;
  }

  private static String line(String word, String what) {
    return "%-12s%s".formatted(word, what);
  }

  /** For {@code --json}. */
  Map<String, Object> asMap() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bundle", bundle.toString());
    all.put("family", family);
    all.put("parameters", parameters);
    all.put("weightsSha256", weightsSha256);
    all.putAll(facts);
    return all;
  }
}
