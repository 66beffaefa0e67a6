package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.isolated.FakePlanner;
import dev.lookahead.bridge.isolated.IsolationEvent;
import dev.lookahead.bridge.isolated.IsolationSettings;
import dev.lookahead.bridge.isolated.PlannerPool;
import dev.lookahead.bridge.isolated.RemotePolicy;
import dev.lookahead.bridge.isolated.ScriptedPolicy;
import dev.lookahead.worldmodel.Observation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop in virtual time with a policy that is elsewhere, and fails there. */
class IsolatedLoopTest {

  private static final long MILLI = 1_000_000;
  private static final long PERIOD = 100 * MILLI;

  private final VirtualTime time = new VirtualTime();
  private final CameraRobot robot = new CameraRobot(time);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<FakePlanner> planners = new CopyOnWriteArrayList<>();
  private final List<ScriptedPolicy> policies = new CopyOnWriteArrayList<>();
  private final BlockingQueue<IsolationEvent> news = new LinkedBlockingQueue<>();
  private final Deque<Long> thinkingMillis = new ArrayDeque<>();
  private final List<ControlTick> ticks = new ArrayList<>();

  private CompletableFuture<Void> stopped = new CompletableFuture<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private PlannerPool pool(boolean spare) {
    return new PlannerPool(
        () -> {
          ScriptedPolicy policy = new ScriptedPolicy();
          FakePlanner planner = new FakePlanner(planners.size(), FakePlanner.HASH, policy);
          policies.add(policy);
          planners.add(planner);
          return planner;
        },
        FakePlanner.HASH,
        new IsolationSettings(
            Duration.ofMillis(600), Duration.ofSeconds(90), spare, 3, Duration.ofSeconds(60)),
        threads,
        time::nanos,
        news::add);
  }

  private RealTimeLoop armed(PlannerPool pool) throws Exception {
    Observation seen = robot.observe();
    pool.begin(seen).get();
    RealTimeLoop loop =
        new RealTimeLoop(
            robot,
            new RemotePolicy(pool, planned -> {}, progress -> {}),
            SafetyProfile.of(CameraRobot.SPACE, CameraRobot.FRAME_NANOS),
            LoopTiming.ofPeriod(PERIOD),
            OperatorReports::none,
            time.executor(() -> MILLI * (thinkingMillis.isEmpty() ? 10 : thinkingMillis.remove())),
            time,
            event -> {
              if (event instanceof RealTimeEvent.Ticked ticked) {
                ticks.add(ticked.tick());
              }
            });
    stopped = pool.gaveUp().thenRun(() -> loop.signal(SafetySignal.STOP));
    loop.signal(SafetySignal.ARM);
    return loop;
  }

  private void run(RealTimeLoop loop, int count) throws InterruptedException {
    int until = ticks.size() + count;
    loop.run(() -> ticks.size() >= until);
  }

  private void await(Class<? extends IsolationEvent> type) throws InterruptedException {
    while (!type.isInstance(news.take())) {
      // Others are of no interest.
    }
  }

  private SafetyState state(int tick) {
    return ticks.get(tick).step().state();
  }

  @Test
  void aCrashIsHeldAtTheTickItConcernsAndTheReservePlansTheNext() throws Exception {
    try (PlannerPool pool = pool(true)) {
      RealTimeLoop loop = armed(pool);
      await(IsolationEvent.Warm.class);
      await(IsolationEvent.Warm.class);
      run(loop, 3);
      policies.get(0).inAct = () -> planners.get(0).destroy();
      run(loop, 1);
      await(IsolationEvent.TookOver.class);
      run(loop, 2);

      assertThat(ticks)
          .extracting(tick -> tick.step().state())
          .containsExactly(
              SafetyState.ARMED,
              SafetyState.ARMED,
              SafetyState.ARMED,
              SafetyState.HOLD,
              SafetyState.ARMED,
              SafetyState.ARMED);
      assertThat(ticks.get(3).sendNanos()).isEqualTo(ticks.get(3).dueNanos());
      assertThat(robot.commands.get(3).value()).isZero();
    }
  }

  @Test
  void anAnswerThatDoesNotComeIsContinuedForThreeTicksAndThenHeld() throws Exception {
    try (PlannerPool pool = pool(true)) {
      RealTimeLoop loop = armed(pool);
      thinkingMillis.addAll(List.of(10L, 10L, 700L));
      run(loop, 6);

      assertThat(ticks)
          .extracting(ControlTick::source)
          .containsExactly(
              OfferSource.ANSWER,
              OfferSource.ANSWER,
              OfferSource.CONTINUED,
              OfferSource.CONTINUED,
              OfferSource.NONE,
              OfferSource.NONE);
      assertThat(state(4)).isEqualTo(SafetyState.HOLD);
    }
  }

  @Test
  void withoutAReserveTheRobotIsStoppedAfterASecondAndOnlyAPersonArmsItAgain() throws Exception {
    try (PlannerPool pool = pool(false)) {
      RealTimeLoop loop = armed(pool);
      run(loop, 2);
      policies.get(0).inAct =
          () -> {
            throw new IllegalStateException("gone");
          };
      run(loop, 12);
      policies.get(0).inAct = null;
      run(loop, 2);

      assertThat(state(2)).isEqualTo(SafetyState.HOLD);
      assertThat(state(10)).isEqualTo(SafetyState.HOLD);
      assertThat(state(11)).isEqualTo(SafetyState.STOPPED);
      assertThat(state(15)).isEqualTo(SafetyState.STOPPED);
    }
  }

  @Test
  void tooManyCrashesStopTheRobotForGood() throws Exception {
    try (PlannerPool pool = pool(true)) {
      RealTimeLoop loop = armed(pool);
      await(IsolationEvent.Warm.class);
      for (int crash = 0; crash < 3; crash++) {
        await(IsolationEvent.Warm.class);
        run(loop, 2);
        planners.get(crash).destroy();
        await(IsolationEvent.Lost.class);
      }
      stopped.get();
      run(loop, 1);

      assertThat(state(ticks.size() - 1)).isEqualTo(SafetyState.STOPPED);
      assertThat(ticks.stream().map(tick -> tick.step().state()))
          .filteredOn(SafetyState.ARMED::equals)
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }
}
