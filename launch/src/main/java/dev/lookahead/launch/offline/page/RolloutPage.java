package dev.lookahead.launch.offline.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.offline.Filmstrip;
import dev.lookahead.launch.offline.Finding;
import dev.lookahead.launch.offline.MeasurementConditions;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.offline.Verdict;
import dev.lookahead.launch.report.page.Markup;
import dev.lookahead.launch.report.page.PageShell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far one model can be trusted on one recording, as a page. A few MB at most. */
public final class RolloutPage {

  private final OfflineResults results;
  private final Verdict verdict;
  private final FilmPlates films;
  private final RolloutTables tables;
  private final List<Plate> plates;

  RolloutPage(OfflineResults results, Verdict verdict, FilmPlates films) {
    this.results = results;
    this.verdict = verdict;
    this.films = films;
    this.tables = new RolloutTables(results);
    RolloutPlates curves = new RolloutPlates(results);
    IntervalPlates intervals = new IntervalPlates(results);
    this.plates =
        Stream.of(
                curves.drift(),
                intervals.counterfactuals(),
                intervals.ranks(),
                curves.landscape(),
                curves.surprise(),
                intervals.probes(),
                intervals.actions())
            .flatMap(Optional::stream)
            .toList();
  }

  /** All figures but the films, in their order. */
  List<Plate> plates() {
    return plates;
  }

  /** The bytes of the file. */
  byte[] html() {
    Markup main = element("main").add(summary());
    Markup shown = element("div", "plates");
    Markup stack = element("div", "stack");
    for (Plate plate : plates) {
      (plate.name().equals(IntervalPlates.ACTIONS) ? stack : shown).add(plate.on());
    }
    stack.add(
        element("div", "plate")
            .add(element("h3").text("The shape of the latents"), tables.geometry()));
    shown.add(stack);
    main.add(element("section").add(shown));
    if (!results.worstFirst().isEmpty()) {
      main.add(filmSection());
    }
    main.add(numbers());
    main.add(PageShell.conditions(Conditions.of(results)));
    return PageShell.html(title(), main);
  }

  private String title() {
    MeasurementConditions conditions = results.conditions();
    return conditions.model() + " on " + conditions.dataset();
  }

  private Markup summary() {
    Markup findings = element("ul", "findings");
    for (Finding finding : verdict.findings()) {
      findings.add(
          element("li", finding.grade().name().toLowerCase(Locale.ROOT))
              .add(
                  element("span", "sign")
                      .with("role", "img")
                      .with("aria-label", words(finding))
                      .text(sign(finding)),
                  element("span").text(finding.text())));
    }
    return element("header", "summary")
        .add(
            element("p", "eyebrow").text("Lookahead · offline evaluation"),
            element("h1").text(title()),
            element("p", "verdict").text(verdict.headline()),
            findings);
  }

  private static String sign(Finding finding) {
    return switch (finding.grade()) {
      case GOOD -> "✓";
      case DOUBTFUL -> "?";
      case BAD -> "✕";
    };
  }

  private static String words(Finding finding) {
    return finding.grade().name().toLowerCase(Locale.ROOT);
  }

  private Markup filmSection() {
    Markup section =
        element("section")
            .add(
                element("h2").text("What the model thinks comes next"),
                element("p", "faint")
                    .text(
                        "A predicted latent has no picture, so the frame of the recording whose latent is nearest stands for it, out of the frames kept of all episodes and the one that really came; if it is that very frame, its outline is green. Below it is the distance between predicted and true latent as a share of that of random pairs of frames. Every film shows the rollout of its episode with the greatest error."),
                element("h3").text("Worst episodes first"));
    if (results.films().isEmpty()) {
      section.add(
          element("p", "faint")
              .text("The latents of this model are too wide to be kept, so there are no films."));
    }
    section.add(tables.worst());
    for (int i = 0; i < results.films().size(); i++) {
      if (i == Filmstrip.WORST) {
        section.add(element("h3").text("Typical episodes"));
      }
      section.add(film(results.films().get(i)));
    }
    return section;
  }

  private Markup film(Filmstrip film) {
    int place =
        results.worstFirst().stream().map(e -> e.episode()).toList().indexOf(film.episode());
    return element("article", "film")
        .with("id", FilmPlates.name(film.episode()))
        .add(
            element("h4").text("Episode %d, from step %d".formatted(film.episode(), film.start())),
            element("p", "faint")
                .text("number %d of %d by error".formatted(place + 1, results.worstFirst().size())),
            element("div", "drawing").add(films.figure(film).svg()));
  }

  private Markup numbers() {
    Markup section = element("section").add(element("h2").text("The numbers"));
    if (!results.rollouts().curve().isEmpty()) {
      section.add(element("h3").text("Errors by distance"), tables.drift());
    }
    if (!results.actionScores().isEmpty()) {
      section.add(element("h3").text("Planned and recorded actions"), tables.actions());
    }
    if (!results.rollouts().probes().isEmpty()) {
      section.add(
          element("h3").text("Probes"),
          element("p", "faint").text(results.probesNote()),
          tables.probes());
    }
    return section;
  }
}
