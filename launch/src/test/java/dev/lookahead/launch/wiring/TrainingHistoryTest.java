package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.report.EventLog;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.training.TrainingEvent;
import dev.lookahead.worldmodel.training.TrainingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");

  @TempDir Path folder;

  private Path log = Path.of("");
  private final List<TrainingEvent> events = new ArrayList<>();

  @BeforeEach
  void writeALog() throws IOException {
    log = folder.resolve("events.jsonl");
    events.add(new TrainingEvent.Started(0, 4, 100, 9, 1));
    events.add(stepped(1, 0.1f));
    events.add(stepped(2, Float.NaN));
    events.add(
        new TrainingEvent.Validated(
            2, Map.of("total", 0.3f), new CollapseReport(0.1, 1e-9, 1.5, 0.25, false, "")));
    events.add(new TrainingEvent.Saved(2, Path.of("x")));
    events.add(stepped(3, 1e-9f));
    events.add(new TrainingEvent.Ended(3, TrainingStatus.INTERRUPTED, "stopped"));
    try (EventLog out = new EventLog(log, InstantSource.fixed(NOW))) {
      events.forEach(event -> out.accept((Record) event));
    }
  }

  @Test
  void everyEventIsReadBackExactly() throws IOException {
    assertThat(replayed(3)).hasToString(events.toString());
    assertThat(bytes(3)).isEqualTo(Files.size(log));
  }

  @Test
  void eventsOfLaterStepsAreLeft() throws IOException {
    assertThat(replayed(2)).hasSize(5).last().isInstanceOf(TrainingEvent.Saved.class);
    assertThat(Files.readString(log).substring(0, (int) bytes(2)).lines()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"Stepped\",\"time\":\"2026",
        "{\"event\":\"Stepped\",\"time\":\"2026-11-21T10:30:00Z\",\"step\":3}\n",
        "{\"event\":\"Danced\",\"time\":\"2026-11-21T10:30:00Z\",\"step\":3}\n",
        "{\"event\":\"Started\",\"step\":3}\n",
        "[1, 2]\n",
        "\n",
        "\u0000\u0000\u0000\n"
      })
  void whatIsIncompleteOrDamagedEndsTheHistory(String end) throws IOException {
    long whole = Files.size(log);
    Files.writeString(log, end, StandardOpenOption.APPEND);

    assertThat(replayed(3)).hasToString(events.toString());
    assertThat(bytes(3)).isEqualTo(whole);
  }

  private static TrainingEvent stepped(long step, float loss) {
    return new TrainingEvent.Stepped(step, Map.of("total", loss), 2.5f, 1e-3f, 8);
  }

  private List<TrainingEvent> replayed(long lastStep) throws IOException {
    List<TrainingEvent> replayed = new ArrayList<>();
    TrainingHistory.replay(
        log,
        lastStep,
        (event, time) -> {
          assertThat(time).isEqualTo(NOW);
          replayed.add(event);
        });
    return replayed;
  }

  private long bytes(long lastStep) throws IOException {
    return TrainingHistory.replay(log, lastStep, (event, time) -> {});
  }
}
