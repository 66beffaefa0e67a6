package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import java.util.List;

/**
 * An evaluation as one HTML file. Below 3 MB for 50 episodes; of more than 60 the failures are
 * shown first.
 */
public final class EvaluationPage {

  private final EvaluationReport report;
  private final Gallery gallery;

  private EvaluationPage(EvaluationReport report) {
    this.report = report;
    this.gallery = new Gallery(report, new Stage(report.world(), report.camera()));
  }

  /** The bytes of the file, in UTF-8. */
  public static byte[] html(EvaluationReport report) {
    EvaluationPage page = new EvaluationPage(report);
    return PageShell.html(page.title(), page.main());
  }

  private Markup main() {
    Markup main = element("main").add(summary());
    for (int i = 0; i < report.evaluated().size(); i++) {
      main.add(section(report.evaluated().get(i), "set" + i));
    }
    if (!report.conditions().isEmpty()) {
      main.add(PageShell.conditions(report.conditions()));
    }
    return main;
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
}
