package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolFileTest {

  private static final String GOOD =
      """
      {"environment": "two-room", "note": "pixels",
       "protocols": {
         "near": {"budget_steps": 50, "episodes": [{"start": [60, 70.5], "goal": [80, 90]}]},
         "far": {"budget_steps": 150, "episodes": [
           {"start": [60, 70], "goal": [180, 90]}, {"start": [190, 70], "goal": [30, 90]}]}}}
      """;

  private static ProtocolFile parse(String json) {
    return ProtocolFile.parse("pairs.json", json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void protocolsKeepTheirNamesBudgetsAndPairs() {
    ProtocolFile file = parse(GOOD);
    assertThat(file.environment()).isEqualTo("two-room");
    assertThat(file.note()).isEqualTo("pixels");
    assertThat(file.names()).containsExactly("near", "far");
    Protocol near = file.protocol("near").orElseThrow();
    assertThat(near.budgetSteps()).isEqualTo(50);
    assertThat(near.episodes())
        .containsExactly(new StartGoal(new StateVector(60, 70.5f), new StateVector(80, 90)));
    assertThat(file.protocol("far").orElseThrow().episodes()).hasSize(2);
  }

  @Test
  void aFileMaySayHowLongAStepLasts() {
    String timed = GOOD.replace("\"note\": \"pixels\"", "\"control_period_ms\": 50");
    assertThat(parse(timed).protocol("far").orElseThrow().controlPeriod())
        .contains(Duration.ofMillis(50));
    assertThat(parse(GOOD).protocol("far").orElseThrow().controlPeriod()).isEmpty();
    assertThat(parse(GOOD).protocol("nearby")).isEmpty();
  }

  @Test
  void aFileIsReadFromTheDisk(@TempDir Path folder) throws IOException {
    Path path = Files.writeString(folder.resolve("p.json"), GOOD);
    assertThat(ProtocolFile.read(path)).isEqualTo(parse(GOOD));
  }

  @Test
  void aMissingFileIsRefusedByName(@TempDir Path folder) {
    assertThatThrownBy(() -> ProtocolFile.read(folder.resolve("none.json")))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("none.json: there is no such protocol file");
  }

  /** Each row damages the good file in one place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "budget_steps": 50  | "budget_steps": 0    | budget_steps of 'near' is 1 to 100000, got 0
          "budget_steps": 50  | "budget_steps": 1.5  | protocols.near.budget_steps is a whole number, found 1.5
          "budget_steps": 50, | ``                   | protocols.near.budget_steps is a whole number, found nothing
          "budget_steps": 50  | "budget": 50         | found 'budget'
          "note": "pixels"    | "nota": "pixels"     | found 'nota'
          "note": "pixels"    | "control_period_ms": 0 | control_period_ms is a whole number, at least 1, found 0
          "note": "pixels"    | "note": 7            | note is a text, found 7
          "note": "pixels"    | "note": "a", "note": "b" | Duplicate field 'note'
          [60, 70.5]          | [60, NaN]            | is not JSON
          [60, 70.5]          | [60, 1e999]          | start[1] is a finite number, found
          [60, 70.5]          | [60, 1e39]           | start[1] is a finite number, found 1.0E39
          [60, 70.5]          | [60, "70"]           | start[1] is a finite number, found "70"
          [60, 70.5]          | [60, null]           | start[1] is a finite number, found null
          [60, 70.5]          | []                   | episodes[0].start is a list of numbers, found a list of 0
          [60, 70.5]          | 60                   | episodes[0].start is a list of numbers, found 60
          [60, 70.5]          | [60]                 | start and goal of one size, found 1 and 2
          {"start": [60, 70.5], "goal": [80, 90]} | `` | protocols.near.episodes is a list of 1 to 100000, found a list of 0
          "environment": "two-room", | ``            | environment is a text, found nothing
          """)
  void whatIsWrongIsNamedWithItsPlace(String good, String bad, String message) {
    assertThatThrownBy(() -> parse(GOOD.replace(good, bad)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("pairs.json: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                          | is an object
          []                                          | a list of 0
          {"environment": "a", "protocols": {}}       | at least one protocol, found an object with 0 keys
          {"environment": "a"}                        | at least one protocol, found nothing
          {"environment": "a", "protocols": {}} {}    | Trailing token
          {"environment": "a", "protocols": {"b": 3}} | protocols.b is an object with budget_steps, episodes, found 3
          """)
  void anotherShapeIsRefused(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void allProblemsAreReportedTogether() {
    assertThatThrownBy(() -> parse(GOOD.replace("70.5", "null").replace("150", "true")))
        .hasMessageContaining("start[1]")
        .hasMessageContaining("far.budget_steps");
  }
}
