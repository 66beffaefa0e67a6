package dev.lookahead.bridge.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop's side with planners that are threads; time passes only by looks. */
class RemotePolicyTest {

  private static final IsolationSettings SETTINGS = IsolationSettings.defaults();
  private static final long PATIENCE_SECONDS = 20;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<FakePlanner> planners = new CopyOnWriteArrayList<>();
  private final List<ScriptedPolicy> policies = new CopyOnWriteArrayList<>();
  private final BlockingQueue<IsolationEvent> events = new LinkedBlockingQueue<>();
  private final AtomicLong nanos = new AtomicLong();
  private final List<SubgoalEvent> progress = new ArrayList<>();
  private String modelHash = FakePlanner.HASH;
  private final PlannerPool pool =
      new PlannerPool(
          () -> {
            ScriptedPolicy policy = new ScriptedPolicy();
            FakePlanner planner = new FakePlanner(planners.size(), modelHash, policy);
            policies.add(policy);
            planners.add(planner);
            return planner;
          },
          FakePlanner.HASH,
          SETTINGS,
          threads,
          nanos::get,
          events::add);
  private final RemotePolicy remote = new RemotePolicy(pool, planned -> {}, progress::add);

  @AfterEach
  void end() {
    pool.close();
    threads.shutdownNow();
  }

  private static Observation seen(int second) {
    byte[] rgb = {(byte) second, 0, 0};
    return Observation.of(new CameraFrame(1, 1, rgb, second * 1_000_000_000L));
  }

  private static List<Goal> goals(int count) {
    return Collections.nCopies(count, new Goal(seen(0).frame()));
  }

  private void begin() throws Exception {
    assertThat(pool.begin(seen(0)).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isEqualTo(new PlannerMessage.Ready(3, 7, true));
    await(IsolationEvent.Warm.class);
    await(IsolationEvent.Warm.class);
  }

  private <E extends IsolationEvent> E await(Class<E> type) throws InterruptedException {
    while (true) {
      IsolationEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null || type.isInstance(event)) {
        assertThat(event).isNotNull();
        return type.cast(event);
      }
    }
  }

  @Test
  void answersWhatThePolicyWouldAnswerHere() throws Exception {
    begin();
    ScriptedPolicy here = new ScriptedPolicy();
    for (Policy policy : List.of(here, remote)) {
      policy.pursue(goals(2));
    }
    for (int second = 1; second < 20; second++) {
      assertThat(remote.act(seen(second))).isEqualTo(here.act(seen(second)));
      assertThat(remote.foresight()).isEqualTo(here.foresight());
      for (Policy policy : List.of(here, remote)) {
        policy.executed(new Action(second / 7f));
        if (second % 3 == 0) {
          policy.interrupt();
          policy.observe(seen(second));
          policy.executed(new Action(-1));
        }
        if (second % 5 == 0) {
          policy.forget();
        }
      }
    }
    assertThat(policies.get(0).calls).startsWith("pursue 2", "act", "executed", "act");
    assertThat(policies.get(0).calls).contains("observe", "interrupt", "forget");
  }

  @Test
  void aTurnOnAProcessThatDiesFailsAndTheOneInReserveTakesOver() throws Exception {
    begin();
    remote.pursue(goals(2));
    remote.act(seen(1));
    remote.executed(new Action(5));
    policies.get(0).inAct = () -> planners.get(0).destroy();

    assertThatThrownBy(() -> remote.act(seen(2)))
        .isInstanceOf(PlannerLostException.class)
        .hasMessageContaining("the planner's process has ended");
    assertThat(await(IsolationEvent.Lost.class).planning()).isTrue();
    assertThat(await(IsolationEvent.TookOver.class).pid()).isEqualTo(1);

    // As if the robot had stood still before: what was executed is not told.
    assertThat(remote.act(seen(3))).contains(new Action(3));
    assertThat(policies.get(1).calls).containsExactly("pursue 2", "act");
    assertThat(await(IsolationEvent.Warm.class).pid()).isEqualTo(2);
  }

  @Test
  void aProcessThatTakesOverIsToldTheGoalsNotYetReachedAndItsNewsCountFromTheFirst()
      throws Exception {
    begin();
    policies.get(0).inAct =
        () -> {
          planners.get(0).host().progressed(new SubgoalEvent.Begun(0, 3));
          planners.get(0).host().progressed(new SubgoalEvent.Reached(0, 3, 0.5f));
          planners.get(0).host().progressed(new SubgoalEvent.Begun(1, 3));
        };
    policies.get(1).inAct =
        () -> planners.get(1).host().progressed(new SubgoalEvent.Reached(0, 2, 0.25f));
    remote.pursue(goals(3));
    remote.act(seen(1));
    planners.get(0).destroy();
    await(IsolationEvent.Lost.class);
    await(IsolationEvent.TookOver.class);
    remote.act(seen(2));

    assertThat(policies.get(1).calls).containsExactly("pursue 2", "act");
    assertThat(progress)
        .containsExactly(
            new SubgoalEvent.Begun(0, 3),
            new SubgoalEvent.Reached(0, 3, 0.5f),
            new SubgoalEvent.Begun(1, 3),
            new SubgoalEvent.Reached(1, 3, 0.25f));
  }

  @Test
  void aProcessThatDoesNotAnswerIsKilledAfterTenLooks() throws Exception {
    begin();
    CountDownLatch asked = new CountDownLatch(1);
    policies.get(0).inAct =
        () -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    threads.execute(
        () -> {
          try {
            asked.await();
            for (int i = 0; i <= IsolationSettings.LOOKS; i++) {
              // Both still have a pulse.
              planners.get(0).host().beat();
              planners.get(1).host().beat();
              pool.look();
            }
          } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
          }
        });

    assertThatThrownBy(() -> remote.act(seen(1)))
        .isInstanceOf(PlannerLostException.class)
        .hasMessageContaining("for 400 ms");
    assertThat(planners.get(0).waitFor()).isZero();
  }

  @Test
  void aProcessWithoutAPulseIsKilledAlsoWhileNothingIsAsked() throws Exception {
    begin();
    for (int i = 0; i <= IsolationSettings.LOOKS; i++) {
      pool.look();
    }

    assertThat(await(IsolationEvent.Lost.class).cause()).contains("said nothing for 400 ms");
  }

  @Test
  void anExceptionOfThePolicyFailsTheTurnOnly() throws Exception {
    begin();
    policies.get(0).inAct =
        () -> {
          throw new IllegalStateException("device out of memory");
        };
    assertThatThrownBy(() -> remote.act(seen(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("device out of memory");
    policies.get(0).inAct = null;

    assertThat(remote.act(seen(2))).contains(new Action(2));
    assertThat(planners).hasSize(2);
  }

  @Test
  void theThirdCrashInAMinuteIsTheLast() throws Exception {
    begin();
    for (int crash = 0; crash < 3; crash++) {
      nanos.addAndGet(Duration.ofSeconds(20).toNanos());
      planners.get(crash).destroy();
      await(IsolationEvent.Lost.class);
      if (crash < 2) {
        await(IsolationEvent.Warm.class);
      }
    }

    assertThat(pool.gaveUp().get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(await(IsolationEvent.GaveUp.class).crashes()).isEqualTo(3);
    assertThat(planners).hasSize(4);
  }

  @Test
  void aPlannerWithAnotherModelIsRefused() {
    modelHash = "another";

    assertThatThrownBy(() -> pool.begin(seen(0)).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("modelHash=5a")
        .hasMessageContaining("modelHash=another");
  }

  @Test
  void withoutAWarmProcessThereIsNoAction() {
    assertThatThrownBy(() -> remote.act(seen(1)))
        .isInstanceOf(PlannerLostException.class)
        .hasMessage("no planner is warm yet");
  }
}
