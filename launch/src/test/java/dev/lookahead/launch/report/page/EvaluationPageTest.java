package dev.lookahead.launch.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.PolicyRow;
import dev.lookahead.planner.PlanStatus;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.evaluation.ClosedLoopEvaluation;
import dev.lookahead.sim.evaluation.DrawnPairs;
import dev.lookahead.sim.evaluation.EpisodePolicies;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.PlanRecord;
import dev.lookahead.sim.evaluation.PlanTime;
import dev.lookahead.sim.evaluation.Protocol;
import dev.lookahead.sim.evaluation.ScriptedPolicies;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class EvaluationPageTest {

  private static final TwoRoom WORLD = new TwoRoom(TwoRoomSettings.crossRoom());
  private static final String HOSTILE = "<script>alert('\u0000\ud800')</script> & \"quoted\" ]]>";

  @Test
  void thePageIsWellFormedAndHoldsTheVerdictAndOneCardPerEpisode() throws Exception {
    Document page = parse(EvaluationPage.html(report(expertAgainstRandom(4, 90))));

    assertThat(textOf(page, "p"))
        .anyMatch(text -> text.startsWith("expert reached 4 of 4 goals (51–100 %)"));
    assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(4);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws Exception {
    byte[] html = EvaluationPage.html(report(expertAgainstRandom(2, 20)));
    Document page = parse(html);

    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      for (String attribute : List.of("href", "src")) {
        var found = all.item(i).getAttributes().getNamedItem(attribute);
        if (found != null) {
          assertThat(found.getNodeValue()).matches("(?s)(data:image/png;base64,.*|#set\\d+-\\d+)");
        }
      }
    }
    String text = new String(html, StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("http:", "https:", "url(", "@import");
  }

  @Test
  void everyPictureHasAWordedAlternative() throws Exception {
    Document page = parse(EvaluationPage.html(report(expertAgainstRandom(3, 20))));

    NodeList pictures = page.getElementsByTagName("svg");
    for (int i = 0; i < pictures.getLength(); i++) {
      var attributes = pictures.item(i).getAttributes();
      assertThat(
              attributes.getNamedItem("aria-label") != null
                  || attributes.getNamedItem("aria-hidden") != null)
          .isTrue();
    }
    NodeList images = page.getElementsByTagName("img");
    assertThat(images.getLength()).isEqualTo(6);
    for (int i = 0; i < images.getLength(); i++) {
      assertThat(images.item(i).getAttributes().getNamedItem("alt").getNodeValue()).isNotBlank();
    }
  }

  @Test
  void hostileNamesAreShownAsTheyAre() throws Exception {
    Protocol protocol = protocol(1, 5);
    PolicyRow row = new PolicyRow(HOSTILE, run(protocol, ScriptedPolicies.expert(WORLD)));
    EvaluationReport report =
        new EvaluationReport(
            WORLD,
            FrameSize.square(32),
            1,
            List.of(new EvaluatedProtocol(HOSTILE, protocol, List.of(row))),
            List.of(new ConditionGroup(HOSTILE, Map.of(HOSTILE, HOSTILE))));

    byte[] html = EvaluationPage.html(report);

    Document page = parse(html);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(textOf(page, "dd"))
        .contains("<script>alert('\ufffd\ufffd')</script> & \"quoted\" ]]>");
  }

  @Test
  void failuresComeFirst() throws Exception {
    Protocol protocol = protocol(3, 12);
    List<EpisodeResult> results = run(protocol, ScriptedPolicies.expert(WORLD));
    List<EpisodeResult> mixed =
        List.of(
            ended(results.get(0), OptionalInt.of(2), true),
            ended(results.get(1), OptionalInt.of(2), false),
            missed(results.get(2)));

    Document page = parse(EvaluationPage.html(report(single("policy", protocol, mixed))));

    assertThat(textOf(page, "h4")).containsExactly("Episode 2", "Episode 1", "Episode 0");
    assertThat(textOf(page, "p"))
        .contains("policy reached 2 of 3 goals (21–94 %) and held 1 at the end (6–79 %).");
  }

  @Test
  void aPolicyThatReachesNothingIsReportedPlainly() throws Exception {
    Protocol protocol = protocol(3, 5);
    List<EpisodeResult> results =
        run(protocol, ScriptedPolicies.random(WORLD)).stream()
            .map(EvaluationPageTest::missed)
            .toList();

    Document page = parse(EvaluationPage.html(report(single("random", protocol, results))));

    assertThat(textOf(page, "p")).contains("random reached 0 of 3 goals (0–56 %).");
  }

  @Test
  void costsThatAreNoNumbersLeaveGaps() throws Exception {
    Protocol protocol = protocol(1, 10);
    EpisodeResult result = run(protocol, ScriptedPolicies.expert(WORLD)).get(0);
    EpisodeResult planned =
        with(
            result,
            List.of(
                plan(0, Float.NaN, List.of(1f, Float.NaN)),
                plan(5, Float.POSITIVE_INFINITY, List.of())),
            List.of(new PlanTime(0, 0, 0, 0), new PlanTime(5, 1, 1, 2_000_000)));

    byte[] html = EvaluationPage.html(report(single("policy", protocol, List.of(planned))));

    parse(html);
    String text = new String(html, StandardCharsets.UTF_8);
    assertThat(text).contains("Cost of each plan: no finite value").doesNotContain("NaN");
  }

  @Test
  void fiftyEpisodesTakeLessThanThreeMegabytes() {
    byte[] html = EvaluationPage.html(report(expertAgainstRandom(50, 50)));

    assertThat(html.length).isLessThan(3_000_000);
  }

  @Test
  void ofVeryManyEpisodesOnlySomeAreShown() throws Exception {
    Document page = parse(EvaluationPage.html(report(expertAgainstRandom(70, 3))));

    assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(60);
    assertThat(textOf(page, "h3")).contains("60 of 70 episodes, failures first");
  }

  @Test
  void aReportWithoutResultsIsRefused() {
    assertThatThrownBy(
            () -> new EvaluationReport(WORLD, FrameSize.square(32), 1, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one set of pairs");
  }

  private static EvaluationReport report(EvaluatedProtocol part) {
    return new EvaluationReport(
        WORLD,
        FrameSize.square(32),
        5,
        List.of(part),
        List.of(new ConditionGroup("Planner", Map.of("samples", "128"))));
  }

  private static EvaluatedProtocol expertAgainstRandom(int episodes, int budget) {
    Protocol protocol = protocol(episodes, budget);
    return new EvaluatedProtocol(
        "given",
        protocol,
        List.of(
            new PolicyRow("expert", run(protocol, ScriptedPolicies.expert(WORLD))),
            new PolicyRow("random", run(protocol, ScriptedPolicies.random(WORLD)))));
  }

  private static EvaluatedProtocol single(
      String policy, Protocol protocol, List<EpisodeResult> results) {
    return new EvaluatedProtocol("given", protocol, List.of(new PolicyRow(policy, results)));
  }

  private static Protocol protocol(int episodes, int budget) {
    return new Protocol(
        WORLD.name(),
        "drawn",
        Optional.empty(),
        budget,
        new DrawnPairs(WORLD).draw(episodes, new SplittableRandom(3)));
  }

  private static List<EpisodeResult> run(Protocol protocol, EpisodePolicies policies) {
    EmbeddedSimulator simulator =
        new EmbeddedSimulator(WORLD, new Sensors(FrameSize.square(16), List.of()), 0);
    return new ClosedLoopEvaluation(simulator, policies, 0, () -> 0, event -> {}).run(protocol);
  }

  private static EpisodeResult missed(EpisodeResult result) {
    return ended(result, OptionalInt.empty(), false);
  }

  private static EpisodeResult ended(
      EpisodeResult result, OptionalInt successSteps, boolean reachedFinally) {
    return new EpisodeResult(
        result.episode(),
        result.pair(),
        successSteps,
        reachedFinally,
        result.trajectory(),
        result.plans(),
        result.planTimes(),
        1,
        1);
  }

  private static EpisodeResult with(
      EpisodeResult result, List<PlanRecord> plans, List<PlanTime> times) {
    return new EpisodeResult(
        result.episode(),
        result.pair(),
        result.successSteps(),
        result.reachedFinally(),
        result.trajectory(),
        plans,
        times,
        0,
        0);
  }

  private static PlanRecord plan(int step, float cost, List<Float> predicted) {
    return new PlanRecord(step, PlanStatus.INVALID, cost, 1f, predicted, List.of());
  }

  private static Document parse(byte[] html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html));
  }

  private static List<String> textOf(Document page, String element) {
    NodeList found = page.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
