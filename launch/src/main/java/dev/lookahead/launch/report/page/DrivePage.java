package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.report.Curve;
import dev.lookahead.launch.report.CurveLine;
import dev.lookahead.launch.report.CurvePanel;
import dev.lookahead.launch.report.page.DriveReport.Arrival;
import dev.lookahead.launch.report.page.DriveReport.FaultRow;
import dev.lookahead.launch.report.page.DriveReport.TimeRow;
import dev.lookahead.launch.report.page.DriveReport.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A drive of a robot as one HTML file, from its verdict to its conditions. */
public final class DrivePage {

  /** A page with more than this becomes too large to open at once. */
  private static final int MOST_CARDS = 60;

  /** Colours of the lines of a chart, in their order. */
  private static final List<String> LINE_CLASSES = List.of("seen", "cost", "true");

  private final DriveReport report;

  private DrivePage(DriveReport report) {
    this.report = report;
  }

  /** The bytes of the file, in UTF-8. */
  public static byte[] html(DriveReport report) {
    return PageShell.html(report.title(), new DrivePage(report).main());
  }

  private Markup main() {
    Markup main =
        element("main")
            .add(
                element("header", "summary")
                    .add(
                        element("p", "eyebrow").text("Lookahead · drive"),
                        element("h1").text(report.title()),
                        element("p", "verdict").text(DriveVerdict.of(report)),
                        element("p", "further").text(DriveVerdict.further(report))));
    if (!report.goals().isEmpty()) {
      boolean all = report.goals().size() <= MOST_CARDS;
      main.add(section(all ? "Goals" : "Goals, the first " + MOST_CARDS, goals()));
    }
    main.add(
        section("Safety", new SafetyStrip(report).draw()),
        section("Times", times()),
        section("Faults", faults()));
    if (!report.curves().isEmpty()) {
      main.add(section("Over time", curves()));
    }
    return main.add(PageShell.conditions(report.conditions()));
  }

  private static Markup section(String title, Markup content) {
    return element("section").add(element("h2").text(title), content);
  }

  private Markup goals() {
    Markup cards = element("div", "gallery");
    for (int i = 0; i < Math.min(MOST_CARDS, report.goals().size()); i++) {
      cards.add(card(i + 1, report.goals().get(i)));
    }
    return cards;
  }

  private Markup card(int number, Visit visit) {
    Markup views = element("div", "pair");
    visit.goal().ifPresent(frame -> views.add(FrameFigure.of("Goal", "goal", frame)));
    visit.seen().ifPresent(frame -> views.add(FrameFigure.of("Seen at the end", "end", frame)));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("at", DriveVerdict.seconds(report.seconds(visit.endTick())));
    visit.distance().ifPresent(distance -> facts.put("latent distance", Wording.number(distance)));
    return element("article", "episode " + styleClass(visit.arrival()))
        .add(
            element("header")
                .add(
                    element("h4").text("Goal " + number),
                    element("span", "badge").text(words(visit.arrival()))),
            views,
            Facts.of(facts));
  }

  private static String styleClass(Arrival arrival) {
    return switch (arrival) {
      case REACHED -> "held";
      case OPEN -> "left";
      case GIVEN_UP -> "missed";
    };
  }

  private static String words(Arrival arrival) {
    return switch (arrival) {
      case REACHED -> "✓ reached";
      case OPEN -> "not reached yet";
      case GIVEN_UP -> "✗ given up";
    };
  }

  private Markup times() {
    Markup body = element("tbody");
    report.times().forEach(row -> body.add(row(row)));
    return ScrollTable.of(
        List.of("What", "Measured", "Median", "99 of 100", "Longest", "Should be below"),
        body,
        "The period is %s.".formatted(Wording.millis(report.periodNanos())));
  }

  private static Markup row(TimeRow row) {
    boolean over = row.limitNanos().filter(limit -> row.maxNanos() > limit).isPresent();
    return element("tr")
        .add(
            element("th").with("scope", "row").text(row.what()),
            element("td", "number").text("%,d times".formatted(row.count())),
            element("td", "number").text(time(row, row.p50Nanos())),
            element("td", "number").text(time(row, row.p99Nanos())),
            element("td", over ? "number over" : "number").text(time(row, row.maxNanos())),
            element("td", "number")
                .text(row.limitNanos().map(Wording::millis).orElse(Wording.NONE)));
  }

  private static String time(TimeRow row, long nanos) {
    return row.count() == 0 ? Wording.NONE : Wording.millis(nanos);
  }

  private Markup faults() {
    if (report.faults().isEmpty()) {
      return element("p").text("None: nothing kept the robot from following its plans.");
    }
    Markup body = element("tbody");
    report.faults().forEach(row -> body.add(row(row)));
    return ScrollTable.of(
        List.of("What", "Caused by", "Times", "For", "First at"),
        body,
        "While the robot was ours to command; before it is armed, everything stands against moving.");
  }

  private Markup row(FaultRow row) {
    return element("tr")
        .add(
            element("th").with("scope", "row").text(row.what()),
            element("td").text(row.who()),
            element("td", "number").text("%,d".formatted(row.count())),
            element("td", "number").text(row.ticks().map(this::at).orElse(Wording.NONE)),
            element("td", "number").text(row.firstTick().map(this::at).orElse(Wording.NONE)));
  }

  private String at(long ticks) {
    return DriveVerdict.seconds(report.seconds(ticks));
  }

  private Markup curves() {
    Markup charts = element("div", "gallery");
    report.curves().forEach(panel -> charts.add(chart(panel)));
    return charts;
  }

  private Markup chart(CurvePanel panel) {
    Markup names = element("span", "faint");
    StepChart chart =
        new StepChart(
            panel.title(),
            Math.toIntExact(Math.min(Integer.MAX_VALUE, report.ticks())),
            at(report.ticks()),
            true);
    for (int i = 0; i < panel.lines().size(); i++) {
      CurveLine line = panel.lines().get(i);
      String styleClass = LINE_CLASSES.get(i % LINE_CLASSES.size());
      Curve course = line.course();
      chart.line(styleClass, course.steps(), course.values());
      names.add(element("span", "key " + styleClass).text(line.name() + " "));
    }
    return element("figure", "curve")
        .add(element("figcaption").add(element("span").text(panel.title()), names), chart.render());
  }
}
