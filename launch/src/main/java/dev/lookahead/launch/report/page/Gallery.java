package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.evaluation.EpisodeResult;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The episodes of one policy: all at a glance, then one by one, failures first. */
final class Gallery {

  /** A page with more than this becomes too large to open at once. */
  private static final int MAX_CARDS = 60;

  private final Stage stage;
  private final EpisodeCard card;

  Gallery(EvaluationReport report, Stage stage) {
    this.stage = stage;
    this.card = new EpisodeCard(report, stage);
  }

  /**
   * Draws the episodes.
   *
   * @param results at least one
   * @param prefix of the anchors; unique in the page
   */
  List<Markup> of(List<EpisodeResult> results, String prefix) {
    List<EpisodeResult> shown =
        results.stream()
            .sorted(Comparator.comparing(Outcome::of).thenComparing(EpisodeResult::episode))
            .limit(MAX_CARDS)
            .toList();
    Markup cards = element("div", "gallery");
    shown.forEach(result -> cards.add(card.of(result, anchor(prefix, result))));
    String title =
        shown.size() == results.size()
            ? "Episodes, failures first"
            : "%d of %d episodes, failures first".formatted(shown.size(), results.size());
    return List.of(glance(results, new HashSet<>(shown), prefix), element("h3").text(title), cards);
  }

  private Markup glance(List<EpisodeResult> results, Set<EpisodeResult> shown, String prefix) {
    Markup tiles = element("nav", "tiles").with("aria-label", "Episodes in order");
    results.forEach(result -> tiles.add(tile(result, shown.contains(result), prefix)));
    Markup glance = element("div", "glance");
    if (results.size() >= PathAtlas.MIN_EPISODES) {
      glance.add(
          element("figure")
              .add(
                  new PathAtlas(stage).of(results),
                  element("figcaption", "faint")
                      .text("Every path to where it ended (dot); rings are the goals.")));
    }
    return glance.add(element("div").add(legend(results), tiles));
  }

  private static Markup legend(List<EpisodeResult> results) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(Outcome.of(result), 1, Integer::sum));
    Markup legend = element("ul", "legend");
    for (Outcome outcome : Outcome.values()) {
      legend.add(
          element("li", outcome.styleClass())
              .add(
                  element("span", "tile").with("aria-hidden", "true").text(outcome.sign()),
                  element("b").text(Integer.toString(counts.getOrDefault(outcome, 0))),
                  element("span").text(" " + outcome.words())));
    }
    return legend;
  }

  private static Markup tile(EpisodeResult result, boolean linked, String prefix) {
    Outcome outcome = Outcome.of(result);
    String title = "Episode " + result.episode() + ": " + outcome.words();
    Markup tile =
        element(linked ? "a" : "span", "tile " + outcome.styleClass())
            .with("title", title)
            .with("aria-label", title);
    return (linked ? tile.with("href", "#" + anchor(prefix, result)) : tile.with("role", "img"))
        .text(outcome.sign());
  }

  private static String anchor(String prefix, EpisodeResult result) {
    return prefix + "-" + result.episode();
  }
}
