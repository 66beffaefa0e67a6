package dev.lookahead.bridge.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReplayTest {

  @TempDir Path directory;
  private final RecordedSession session = new RecordedSession();

  @BeforeEach
  void record() throws IOException, InterruptedException {
    session.record(directory, RunLogSettings.defaults(), Runnable::run);
  }

  @Test
  void theActionsComeOutAgainBitForBit() throws IOException {
    ReplayReport report = RecordedSession.replay(directory, 0);

    assertThat(report.difference()).isEmpty();
    assertThat(report.ended()).isEmpty();
    assertThat(report.identical()).isTrue();
    assertThat(report.ticks()).isEqualTo(120);
    assertThat(report.actions()).isGreaterThan(100);
    assertThat(report.calls()).isGreaterThan(90);
    assertThat(session.alarms).isEmpty();
  }

  @Test
  void theRunHadDeadlinesOverrunsAndHoldsToReplay() throws IOException {
    assertThat(session.ticks).extracting(ControlTick::source).contains(OfferSource.CONTINUED);
    assertThat(session.ticks)
        .extracting(tick -> tick.step().state())
        .contains(SafetyState.DISARMED, SafetyState.ARMED, SafetyState.HOLD);
    try (RecordedRun run = RecordedRun.open(directory)) {
      assertThat(run.lines().stream().flatMap(line -> Stream.ofNullable(line.call())))
          .extracting(CallLine::iterations)
          .contains(3, 4, 5);
      assertThat(run.header().about()).containsEntry("model", "shade");
    }
  }

  @Test
  void goalsAreInTheLogWhereThePolicyWasToldOfThem() throws IOException {
    try (RecordedRun run = RecordedRun.open(directory)) {
      List<CallLine> told =
          run.lines().stream()
              .flatMap(line -> Stream.ofNullable(line.call()))
              .filter(call -> call.goals() != null)
              .toList();

      assertThat(told).hasSize(2);
      assertThat(told.get(0).tick()).isZero();
      assertThat(told.get(1).tick()).isEqualTo(51);
    }
  }

  @Test
  void anotherSeedIsFoundOut() throws IOException {
    assertThat(RecordedSession.replay(directory, 1).difference().orElseThrow())
        .startsWith("call of tick 0: recorded");
  }

  @Test
  void aChangedActionIsFoundOut() throws IOException {
    List<String> lines = lines();
    int last = lines.size() - 1;
    lines.set(last, lines.get(last).replaceFirst("\"sent\":\\[[^]]*]", "\"sent\":[0.123]"));
    Files.write(file("run.jsonl"), lines);

    assertThat(RecordedSession.replay(directory, 0).difference().orElseThrow())
        .startsWith("action of tick 119: recorded Optional[Action[0.123]], replayed");
  }

  @Test
  void whatWasBeingWrittenWhenTheProcessDiedIsLeftOut() throws IOException {
    byte[] whole = Files.readAllBytes(file("run.jsonl"));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 12; i++) {
      int kept = random.nextInt(whole.length);
      Files.write(file("run.jsonl"), Arrays.copyOf(whole, kept));

      assertThat(RecordedSession.replay(directory, 0).difference()).isEmpty();
    }
  }

  @Test
  void aLineWhoseFrameIsNotCompleteIsLeftOut() throws IOException {
    try (FileChannel frames = FileChannel.open(file("frames.rgb"), StandardOpenOption.WRITE)) {
      frames.truncate(frames.size() - 5);
    }
    ReplayReport report = RecordedSession.replay(directory, 0);

    assertThat(report.difference()).isEmpty();
    assertThat(report.ticks()).isBetween(100L, 119L);
  }

  @Test
  void aFrameThatWasChangedIsRefused() throws IOException {
    byte[] frames = Files.readAllBytes(file("frames.rgb"));
    frames[100] ^= 1;
    Files.write(file("frames.rgb"), frames);

    assertThatThrownBy(() -> RecordedSession.replay(directory, 0))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("should have the hash");
  }

  @Test
  void framesBeyondTheLimitAreNotKeptAndReplaySaysSo(@TempDir Path other) throws Exception {
    RunLogSettings small = new RunLogSettings(100, 500, 1 << 20, 1);
    new RecordedSession().record(other, small, Runnable::run);

    assertThat(Files.size(other.resolve("frames.rgb"))).isLessThanOrEqualTo(500);
    assertThatThrownBy(() -> RecordedSession.replay(other, 0))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("was not kept; record with more room");
  }

  @Test
  void aFullDiskStopsTheRecordingAndNotTheRun(@TempDir Path other) throws Exception {
    RecordedSession run = new RecordedSession();
    run.record(other, new RunLogSettings(100, 1 << 20, 20_000, 1), Runnable::run);

    assertThat(run.ticks).hasSize(120);
    assertThat(run.alarms).containsExactly("the log cannot be written: it has reached 20000 bytes");
    assertThat(RecordedSession.replay(other, 0).difference()).isEmpty();
  }

  @Test
  void aDiskThatHangsStopsTheRecordingAndNotTheRun(@TempDir Path other) throws Exception {
    RecordedSession run = new RecordedSession();
    run.record(
        other,
        new RunLogSettings(10, 1 << 20, 1 << 20, 1),
        task -> new Thread(() -> writeAfter(run, task)).start());

    assertThat(run.ticks).hasSize(120);
    assertThat(run.alarms).containsExactly("the disk does not keep up: 10 events wait");
  }

  @Test
  void refusesToWriteOverALog() {
    assertThatThrownBy(
            () -> new RecordedSession().record(directory, RunLogSettings.defaults(), Runnable::run))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("there is a log already; choose another folder");
  }

  @Test
  void damageOfAnyKindIsAReadableRefusalOrADifference() throws IOException {
    byte[] whole = Files.readAllBytes(file("run.jsonl"));
    byte[] header = Files.readAllBytes(file("run.json"));
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 150; i++) {
      boolean inHeader = random.nextInt(4) == 0;
      byte[] damaged = (inHeader ? header : whole).clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file("run.json"), inHeader ? damaged : header);
      Files.write(file("run.jsonl"), inHeader ? whole : damaged);
      try {
        RecordedSession.replay(directory, 0);
      } catch (DataException refused) {
        assertThat(refused.getMessage()).contains(directory.toString());
      }
    }
  }

  @Test
  void saysWhatIsMissing(@TempDir Path empty) {
    assertThatThrownBy(() -> RecordedRun.open(empty))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("a log of a run has a run.json, there is none here");
  }

  private static void writeAfter(RecordedSession run, Runnable task) {
    while (run.ticks.size() < 120) {
      Thread.onSpinWait();
    }
    task.run();
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(file("run.jsonl")));
  }
}
