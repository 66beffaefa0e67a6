package dev.lookahead.launch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.wiring.SimulatedWorld;
import dev.lookahead.sim.World;
import org.junit.jupiter.api.Test;

class WorldWorkloadsTest {

  private final World world = SimulatedWorld.TwoRoomWorld.defaults().world();

  @Test
  void stepsAndFramesRun() {
    WorldWorkloads workloads = new WorldWorkloads(world);
    try (Workload steps = workloads.steps();
        Workload frames = workloads.frames()) {
      steps.run();
      frames.run();
      assertThat(steps.unit()).isEqualTo("steps");
      assertThat(frames.detail()).contains("64x64");
    }
  }

  @Test
  void clipsAreLoadedFromEpisodesRecordedForIt() {
    try (Workload loader = LoaderWorkload.of(world)) {
      loader.run();
      assertThat(loader.items()).isEqualTo(64);
    }
  }
}
