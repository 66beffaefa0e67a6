package dev.lookahead.launch.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.launch.report.Curve;
import dev.lookahead.launch.report.CurveLine;
import dev.lookahead.launch.report.CurvePanel;
import dev.lookahead.launch.report.page.DriveReport.Arrival;
import dev.lookahead.launch.report.page.DriveReport.FaultRow;
import dev.lookahead.launch.report.page.DriveReport.StateSpan;
import dev.lookahead.launch.report.page.DriveReport.TimeRow;
import dev.lookahead.launch.report.page.DriveReport.Visit;
import dev.lookahead.worldmodel.CameraFrame;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DrivePageTest {

  private static final long PERIOD = 100_000_000;
  private static final String HOSTILE = "<script>alert('\u0000')</script> & \"quoted\" ]]>";

  @Test
  void thePageSaysWhatCameOutAndShowsTheGoals() throws Exception {
    Document page = parse(DrivePage.html(drive("two-room", 40)));

    assertThat(texts(page, "p"))
        .contains(
            "Reached 1 of 2 goals in 5.0 s.",
            "It ended as planned. 40 of 50 ticks sent a command, one every 100 ms.");
    assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(3);
    assertThat(texts(page, "td")).contains("the camera", "disarmed", "armed", "120 ms");
  }

  @Test
  void aDriveThatWasNeverArmedOnlyObserved() throws Exception {
    Document page = parse(DrivePage.html(drive("two-room", 0)));

    assertThat(texts(page, "p")).contains("Observed for 5.0 s; nothing was sent to the robot.");
  }

  @Test
  void namesFromOutsideAreShownAsTheyAreAndNothingIsLoadedFromElsewhere() throws Exception {
    byte[] html = DrivePage.html(drive(HOSTILE, 40));

    assertThat(parse(html).getElementsByTagName("script").getLength()).isZero();
    assertThat(new String(html, StandardCharsets.UTF_8))
        .doesNotContain("http:", "https:", "url(", "@import");
  }

  @Test
  void aDriveThatEndedBeforeItsFirstTickHasAReport() throws Exception {
    DriveReport nothing =
        new DriveReport(
            "two-room",
            "with a failure",
            PERIOD,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(texts(parse(DrivePage.html(nothing)), "p")).contains("The robot was never driven.");
  }

  @Test
  void aLoopWithoutAPeriodIsRefused() {
    assertThatThrownBy(
            () ->
                new DriveReport(
                    "", "", 0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("periodNanos must be above 0, got 0");
  }

  private static DriveReport drive(String title, long commands) {
    CameraFrame frame = new CameraFrame(2, 2, new byte[12], 0);
    Curve curve = new Curve(new double[] {0, 25, 50}, new double[] {3, 2, 1});
    return new DriveReport(
        title,
        "as planned",
        PERIOD,
        50,
        commands,
        List.of(
            new Visit(
                Arrival.REACHED,
                30,
                OptionalDouble.of(0.2),
                Optional.of(frame),
                Optional.of(frame)),
            new Visit(
                Arrival.OPEN, 49, OptionalDouble.empty(), Optional.empty(), Optional.of(frame))),
        List.of(
            new StateSpan(0, 10, SafetyState.DISARMED, List.of("no action")),
            new StateSpan(10, 50, SafetyState.ARMED, List.of())),
        List.of(
            new TimeRow(
                "Turn of the planner",
                50,
                40_000_000,
                90_000_000,
                120_000_000,
                Optional.of(80_000_000L))),
        List.of(
            new FaultRow("stale observation", "the camera", 2, Optional.of(5L), Optional.of(12L))),
        List.of(
            new CurvePanel(
                "Predicted cost",
                List.of(new CurveLine(title, curve, curve)),
                CurvePanel.Scale.LINEAR,
                Optional.empty())),
        List.of(new ConditionGroup(title, Map.of(title, title))));
  }

  private static Document parse(byte[] html) throws Exception {
    String text = new String(html, StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document page, String tag) {
    var nodes = page.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent().strip())
        .toList();
  }
}
