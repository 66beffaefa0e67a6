package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An evaluation as one HTML file that needs nothing else: no network, no script, no further file.
 * It reads in light and dark, on paper and aloud, and is well-formed XML too. Below 3 MB for 50
 * episodes; of more than 60 the failures are shown first.
 */
public final class EvaluationPage {

  private static final String STYLE_SHEET = "evaluation-page.css";

  private final EvaluationReport report;
  private final Gallery gallery;

  private EvaluationPage(EvaluationReport report) {
    this.report = report;
    this.gallery = new Gallery(report, new Stage(report.world(), report.camera()));
  }

  /** The bytes of the file, in UTF-8. */
  public static byte[] html(EvaluationReport report) {
    String page = "<!DOCTYPE html>\n" + new EvaluationPage(report).document().render();
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private Markup document() {
    Markup main = element("main").add(summary());
    for (int i = 0; i < report.evaluated().size(); i++) {
      main.add(section(report.evaluated().get(i), "set" + i));
    }
    if (!report.conditions().isEmpty()) {
      main.add(conditions());
    }
    return element("html").with("lang", "en").add(head(), element("body").add(main));
  }

  private Markup head() {
    return element("head")
        .add(
            element("meta").with("charset", "utf-8"),
            element("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            element("meta").with("name", "color-scheme").with("content", "light dark"),
            element("title").text("Lookahead: " + title()),
            element("style").styleSheet(styleSheet()));
  }

  private Markup summary() {
    List<EvaluatedProtocol> evaluated = report.evaluated();
    Markup summary =
        element("header", "summary")
            .add(
                element("p", "eyebrow").text("Lookahead · closed-loop evaluation"),
                element("h1").text(title()),
                element("p", "verdict").text(Verdict.of(evaluated.get(0))));
    evaluated.stream()
        .skip(1)
        .forEach(part -> summary.add(element("p", "further").text(Verdict.further(part))));
    return summary;
  }

  private String title() {
    EvaluatedProtocol first = report.evaluated().get(0);
    return first.protocol().environment() + " · " + first.protocol().name();
  }

  private Markup section(EvaluatedProtocol part, String anchor) {
    int asked = part.protocol().episodes().size();
    int evaluated = part.subject().results().size();
    String interrupted = evaluated < asked ? "; only " + evaluated + " were evaluated" : "";
    return element("section")
        .with("id", anchor)
        .add(
            element("h2").text(Wording.count(asked, part.pairs() + " pair")),
            element("p", "faint")
                .text(
                    "%s of %s, %s each%s."
                        .formatted(
                            part.protocol().name(),
                            part.protocol().environment(),
                            Wording.count(part.protocol().budgetSteps(), "step"),
                            interrupted)),
            ResultsTable.of(part, report.unit()))
        .add(gallery.of(part.subject().results(), anchor));
  }

  private Markup conditions() {
    Markup groups = element("div", "conditions");
    report
        .conditions()
        .forEach(
            group ->
                groups.add(
                    element("div")
                        .add(element("h3").text(group.title()), Facts.of(group.facts()))));
    return element("section").add(element("h2").text("Conditions"), groups);
  }

  private static String styleSheet() {
    try (InputStream in = EvaluationPage.class.getResourceAsStream(STYLE_SHEET)) {
      if (in == null) {
        throw new IllegalStateException("this build has no " + STYLE_SHEET);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
