package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.launch.report.page.DriveReport.StateSpan;
import java.util.List;
import java.util.Locale;

/** The safety states of a drive over time: a strip, what its colours mean, and every change. */
final class SafetyStrip {

  private static final double WIDTH = 1000;
  private static final double HEIGHT = 30;
  private static final double LEAST_WIDTH = 1;
  private static final int MOST_ROWS = 40;

  private final DriveReport report;

  SafetyStrip(DriveReport report) {
    this.report = report;
  }

  Markup draw() {
    return element("div", "strip").add(strip(), legend(), changes());
  }

  private Markup strip() {
    Markup strip =
        element("svg", "states")
            .with("viewBox", "0 0 " + Markup.tenth(WIDTH) + " " + Markup.tenth(HEIGHT))
            .with("preserveAspectRatio", "none")
            .with("role", "img")
            .with("aria-label", "Safety states over " + at(report.ticks()));
    for (StateSpan span : report.states()) {
      double from = x(span.startTick());
      strip.add(
          element("rect", styleClass(span.state()))
              .with("x", from)
              .with("y", 0)
              .with("width", Math.max(LEAST_WIDTH, x(span.endTick()) - from))
              .with("height", HEIGHT)
              .add(element("title").text(words(span.state()) + " from " + at(span.startTick()))));
    }
    return strip;
  }

  private Markup legend() {
    Markup legend = element("ul", "legend");
    for (SafetyState state : SafetyState.values()) {
      long ticks =
          report.states().stream()
              .filter(span -> span.state() == state)
              .mapToLong(StateSpan::ticks)
              .sum();
      if (ticks > 0) {
        legend.add(
            element("li")
                .add(
                    element("span", "tile " + styleClass(state)).with("aria-hidden", "true"),
                    element("b").text(words(state)),
                    element("span").text(" " + at(ticks))));
      }
    }
    return legend;
  }

  private Markup changes() {
    List<StateSpan> shown = report.states().stream().limit(MOST_ROWS).toList();
    Markup body = element("tbody");
    shown.forEach(
        span ->
            body.add(
                element("tr")
                    .add(
                        element("td", "number").text(at(span.startTick())),
                        element("td").text(words(span.state())),
                        element("td", "number").text(at(span.ticks())),
                        element("td", "wide")
                            .text(
                                span.why().isEmpty()
                                    ? Wording.NONE
                                    : String.join(", ", span.why())))));
    String caption =
        shown.size() == report.states().size()
            ? "Every change of the safety state."
            : "The first %d of %d changes.".formatted(shown.size(), report.states().size());
    return ScrollTable.of(
        List.of("At", "State", "For", "What stood against moving"), body, caption);
  }

  private String at(long ticks) {
    return DriveVerdict.seconds(report.seconds(ticks));
  }

  private double x(long tick) {
    return report.ticks() == 0 ? 0 : WIDTH * Math.min(tick, report.ticks()) / report.ticks();
  }

  private static String styleClass(SafetyState state) {
    return "state-" + state.name().toLowerCase(Locale.ROOT);
  }

  private static String words(SafetyState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
