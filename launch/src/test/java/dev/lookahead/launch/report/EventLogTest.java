package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:30:00Z"));

  @TempDir Path folder;

  private record StepFinished(long step, float loss, Duration took) {}

  private record Acted(Action action, Optional<Action> wanted, CameraFrame seen) {}

  private record Failed(RuntimeException cause, double distance) {}

  @Test
  void eachEventIsALineWithItsName() throws IOException {
    assertThat(log(new StepFinished(3, 0.5f, Duration.ofMillis(20))))
        .containsExactly(
            "{\"event\":\"StepFinished\",\"time\":\"2026-11-21T10:30:00Z\",\"step\":3,"
                + "\"loss\":0.5,\"took\":\"PT0.02S\"}");
  }

  @Test
  void valuesOfTheContractAreWrittenShort() throws IOException {
    CameraFrame frame = new CameraFrame(2, 1, new byte[6], 7);

    assertThat(log(new Acted(new Action(1, 2), Optional.empty(), frame)).get(0))
        .contains("\"action\":[1.0,2.0]")
        .contains("\"wanted\":null")
        .contains("\"stampNanos\":7");
  }

  @Test
  void numbersThatAreNotFiniteAndFailuresStayReadable() throws IOException {
    assertThat(log(new Failed(new IllegalStateException("lost"), Double.NaN)).get(0))
        .contains("\"cause\":\"java.lang.IllegalStateException: lost\"")
        .contains("\"distance\":\"NaN\"");
  }

  @Test
  void aLogGoesOnWhereItWasCut() throws IOException {
    Path file = folder.resolve("events.jsonl");
    log(new StepFinished(1, 0, Duration.ZERO));
    long end = Files.size(file);
    log(new StepFinished(2, 0, Duration.ZERO));
    try (EventLog log = new EventLog(file, CLOCK)) {
      log.truncate(end);
      log.accept(new StepFinished(3, 0, Duration.ZERO));
    }

    assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains("\"step\":3");
  }

  @Test
  void anExistingLogIsContinued() throws IOException {
    log(new StepFinished(1, 0, Duration.ZERO));

    assertThat(log(new StepFinished(2, 0, Duration.ZERO))).hasSize(2);
  }

  private List<String> log(Record event) throws IOException {
    Path file = folder.resolve("events.jsonl");
    try (EventLog log = new EventLog(file, CLOCK)) {
      log.accept(event);
    }
    return Files.readAllLines(file);
  }
}
