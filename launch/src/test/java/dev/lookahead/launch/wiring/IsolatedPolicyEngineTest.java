package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.isolated.IsolationEvent;
import dev.lookahead.bridge.isolated.PlannerLostException;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.config.ConfigLoader;
import dev.lookahead.config.ConfigText;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real planner in a real process, which is killed and stopped. */
class IsolatedPolicyEngineTest {

  private static final int STEPS = 12;
  private static final DriveExperiment EXPERIMENT =
      ConfigLoader.bundled()
          .load(
              "drive",
              "two-room-sim",
              List.of(
                  "isolation=strict",
                  // A busy machine must not cut a search short, nor count as hung.
                  "robot.link.controlPeriod=2s",
                  "isolation.limits.hung=2s",
                  "control.planner.search.samples=16",
                  "control.planner.search.elites=4"),
              DriveExperiment.class);

  @TempDir Path folder;
  private final EmbeddedSimulator simulator =
      new EmbeddedSimulator(
          SimulatedWorld.TwoRoomWorld.defaults().world(),
          new Sensors(FrameSize.square(64), List.of()),
          1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final BlockingQueue<IsolationEvent> events = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    simulator.close();
    thread.shutdownNow();
  }

  /** What a policy does, and what it tells. */
  private static final class Told {

    private final List<Float> distances = new ArrayList<>();
    private final List<SubgoalEvent> progress = new ArrayList<>();

    DrivePolicy.Listeners listeners() {
      return new DrivePolicy.Listeners(
          made -> distances.add(made.currentDistance()), progress::add);
    }
  }

  private SharedPolicy shared(LoadedModel model, Told told) {
    LoopTiming timing = LoopTiming.ofPeriod(EXPERIMENT.body().link().controlPeriod().toNanos());
    return new SharedPolicy(
        DrivePlanner.open(EXPERIMENT, model, timing),
        EXPERIMENT.seed(),
        timing.planningNanos(),
        thread,
        System::nanoTime,
        told.listeners());
  }

  private IsolatedPolicy isolated(LoadedModel model, Told told) throws Exception {
    Files.writeString(folder.resolve(RunFolder.CONFIG), ConfigText.yaml(EXPERIMENT));
    return new IsolatedPolicy(
        new PlannerStarter(folder),
        model.bundle().weightsSha256(),
        ((IsolationChoice.StrictChoice) EXPERIMENT.isolation()).limits(),
        System::nanoTime,
        told.listeners(),
        event -> events.add(event.what()));
  }

  /** Lets both drive the same robot for a while, and compares every action. */
  private void compare(Policy remote, Policy here) {
    Goal goal = new Goal(simulator.render(simulator.goalState(), FrameSize.square(64)));
    for (Policy policy : List.of(remote, here)) {
      policy.pursue(List.of(goal));
    }
    for (int step = 0; step < STEPS; step++) {
      Observation seen = simulator.observe();
      Action wanted = here.act(seen).orElseThrow();
      assertThat(remote.act(seen)).contains(wanted);
      assertThat(remote.foresight()).isEqualTo(here.foresight());
      simulator.act(wanted);
      for (Policy policy : List.of(remote, here)) {
        policy.executed(wanted);
        if (step == STEPS / 2) {
          policy.interrupt();
        }
      }
    }
  }

  @Test
  void whatIsPlannedThereIsWhatIsPlannedHereAndACrashOrAHangCostsOneTurn() throws Exception {
    LoadedModel model = LoadedModel.read(ModelStore.find(EXPERIMENT.model()));
    Told there = new Told();
    Told here = new Told();
    try (SharedPolicy shared = shared(model, here);
        IsolatedPolicy isolated = isolated(model, there)) {
      Policy remote = isolated.policy();
      assertThat(isolated.warmUp(simulator.observe()).inTime()).isTrue();
      long first = await(IsolationEvent.TookOver.class).pid();
      shared.warmUp(simulator.observe());
      compare(remote, shared.policy());
      assertThat(there.distances).isNotEmpty().isEqualTo(here.distances);
      assertThat(there.progress).isNotEmpty().isEqualTo(here.progress);

      await(IsolationEvent.Warm.class);
      signal("SEGV", first);
      assertThat(await(IsolationEvent.Lost.class).pid()).isEqualTo(first);
      long second = await(IsolationEvent.TookOver.class).pid();
      try (SharedPolicy fresh = shared(model, new Told())) {
        compare(remote, fresh.policy());
      }

      await(IsolationEvent.Warm.class);
      signal("STOP", second);
      assertThatThrownBy(() -> remote.act(simulator.observe()))
          .isInstanceOf(PlannerLostException.class)
          .hasMessageContaining("for 2000 ms");
      assertThat(await(IsolationEvent.TookOver.class).pid()).isNotEqualTo(second);
      assertThat(remote.act(simulator.observe())).isPresent();
    }
  }

  private <E extends IsolationEvent> E await(Class<E> type) throws InterruptedException {
    while (true) {
      IsolationEvent event = events.poll(60, TimeUnit.SECONDS);
      if (event == null || type.isInstance(event)) {
        assertThat(event).as("%s", type.getSimpleName()).isNotNull();
        return type.cast(event);
      }
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }
}
