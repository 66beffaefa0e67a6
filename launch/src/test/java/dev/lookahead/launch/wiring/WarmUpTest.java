package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.planner.Planner;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.planner.mpc.WarmStart;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.evaluation.OracleModel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final long LIMIT = 100;

  private final World world = SimulatedWorld.TwoRoomWorld.defaults().world();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void itEndsOnceThreePlansInARowAreInTime() {
    assertThat(warmUp(5_000, 900, 80, 300, 90, 95, 60, 1)).isEqualTo(new WarmUp(7, 60, true));
  }

  @Test
  void aPlannerThatIsNeverInTimeIsNotWaitedForForever() {
    Long[] slow = Stream.generate(() -> 101L).limit(1_000).toArray(Long[]::new);

    assertThat(warmUp(Stream.of(slow).mapToLong(Long::longValue).toArray()))
        .isEqualTo(new WarmUp(40, 101, false));
  }

  /** What comes of plans that take so long. */
  private WarmUp warmUp(long... nanos) {
    Iterator<Long> durations = Arrays.stream(nanos).iterator();
    Planner search = new RandomShooting(new RandomShootingConfig(2, 1, 1));
    Planner timed =
        (problem, budget, random, events) -> {
          clock.addAndGet(durations.next());
          return search.plan(problem, budget, random, events);
        };
    try (EmbeddedSimulator simulator =
        new EmbeddedSimulator(world, new Sensors(FrameSize.square(16), List.of()), 1)) {
      Mpc mpc =
          Mpc.of(
              new OracleModel(world, simulator, 1),
              timed,
              new MpcConfig(2, 1, WarmStart.NONE, 0, Long.MAX_VALUE, 0, false));
      return WarmUp.of(mpc, simulator.observe(), LIMIT, clock::get);
    }
  }
}
