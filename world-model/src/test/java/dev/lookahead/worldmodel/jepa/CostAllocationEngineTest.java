package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostAllocationEngineTest {

  private static final int CALLS = 200;

  /** What the engine's own objects take for one call; a thousand candidates' actions are 96 kB. */
  private static final long BYTES_PER_CALL = 4_000;

  @Test
  void oneIterationOfAPlanAllocatesTheSameForFewAndForManyCandidates() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(
        threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled(),
        "this JVM does not count allocated bytes");
    JepaConfig config = TinyJepa.vit();
    History history =
        new History(
            List.of(new Observation(MovingDot.frame(4, 5), new Proprioception(new float[0]))),
            List.of());
    try (JepaWorldModel model =
            new JepaWorldModel(
                new TorchScriptEngine(),
                config,
                TinyJepa.parameters(config),
                new GoalCost(1, 0, 0, GoalCost.Aggregation.SUM, 1, LatentDistance.Reduction.SUM));
        Rollouts rollouts = model.rollouts(history, new Goal(MovingDot.frame(10, 12)))) {
      long few = perCall(threads, rollouts, 8, 2);
      long many = perCall(threads, rollouts, 1000, 12);
      assertThat(few).isLessThan(BYTES_PER_CALL);
      assertThat(many).isEqualTo(few);
    }
  }

  /** The median of the heap bytes that a call takes: the JIT's work adds to single calls. */
  private static long perCall(
      ThreadMXBean threads, Rollouts rollouts, int candidates, int horizon) {
    ActionSequences sequences = new ActionSequences(candidates, horizon, 2);
    float[] costs = new float[candidates];
    long[] bytes = new long[CALLS];
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < CALLS; i++) {
      long before = threads.getThreadAllocatedBytes(thread);
      rollouts.costs(sequences, costs);
      bytes[i] = threads.getThreadAllocatedBytes(thread) - before;
    }
    Arrays.sort(bytes);
    return bytes[CALLS / 2];
  }
}
