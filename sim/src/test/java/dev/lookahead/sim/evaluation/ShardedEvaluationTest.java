package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.ShardedEvaluation.Shard;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShardedEvaluationTest {

  private static final World WORLD = new TwoRoom(new TwoRoomSettings(true, 0));
  private static final Protocol PROTOCOL =
      new Protocol(
          "two-room",
          "test",
          Optional.empty(),
          25,
          new DrawnPairs(WORLD).draw(7, new SplittableRandom(1)));

  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private static Shard shard(EpisodePolicies policies) {
    Sensors small = new Sensors(FrameSize.square(16), List.of());
    return new Shard(new EmbeddedSimulator(WORLD, small, 0), policies);
  }

  private ShardedEvaluation random(int shards, List<EvaluationEvent> events) {
    List<Shard> all = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      all.add(shard(ScriptedPolicies.random(WORLD)));
    }
    return new ShardedEvaluation(all, threads, 5, () -> 0L, events::add);
  }

  @Test
  void threadsChangeNeitherResultsNorTheirOrder() throws InterruptedException {
    List<EvaluationEvent> events = new ArrayList<>();
    List<EpisodeResult> alone = random(1, new ArrayList<>()).run(PROTOCOL, () -> false);
    assertThat(alone).hasSize(7);
    assertThat(random(3, events).run(PROTOCOL, () -> false)).isEqualTo(alone);
    assertThat(events).hasSize(7 * (1 + 25 + 1));
  }

  @Test
  void aFailureInOneShardStopsTheOthers() {
    AtomicBoolean othersStarted = new AtomicBoolean();
    EpisodePolicies broken =
        (simulator, random, clock, events) -> {
          throw new IllegalStateException("broken model");
        };
    ShardedEvaluation evaluation =
        new ShardedEvaluation(
            List.of(shard(broken), shard(ScriptedPolicies.random(WORLD))),
            threads,
            5,
            () -> 0L,
            event -> othersStarted.set(true));
    assertThatThrownBy(() -> evaluation.run(PROTOCOL, () -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken model");
    assertThat(othersStarted).isTrue();
  }

  @Test
  void aStopLeavesWhatIsComplete() throws InterruptedException {
    assertThat(random(3, new ArrayList<>()).run(PROTOCOL, () -> true)).isEmpty();
  }
}
