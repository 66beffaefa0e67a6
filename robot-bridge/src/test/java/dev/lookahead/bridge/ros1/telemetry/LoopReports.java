package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Reports of a second to test with. */
final class LoopReports {

  private static final Latencies PLANNING = new Latencies(10, 41_000_000, 77_000_000, 80_000_000);
  private static final Latencies REACTION = new Latencies(10, 61_000_000, 97_000_000, 99_000_000);

  private LoopReports() {}

  /** What happened is the same in total and recently, beside ten ticks and 30 images. */
  static LoopReport of(SafetyState state, Set<SafetyReason> reasons, Map<LoopCount, Long> more) {
    Map<LoopCount, Long> counts = new EnumMap<>(LoopCount.class);
    counts.put(LoopCount.TICKS, 10L);
    counts.put(LoopCount.IMAGES, 30L);
    counts.putAll(more);
    return new LoopReport(
        1_000_000_000,
        counts,
        counts,
        PLANNING,
        REACTION,
        OptionalLong.of(12_000_000),
        state,
        reasons,
        OptionalDouble.of(3.25),
        OptionalDouble.of(0.5));
  }
}
