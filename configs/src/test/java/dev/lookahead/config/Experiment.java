package dev.lookahead.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A tree of settings with every kind of component. */
record Experiment(
    String name,
    int steps,
    long seed,
    float rate,
    double momentum,
    boolean resume,
    Device device,
    Duration saveEvery,
    Path out,
    Optional<Integer> limit,
    List<Double> betas,
    Encoder encoder,
    PlannerConfig planner,
    List<PlannerConfig> baselines) {

  Experiment {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is at least 1, got " + steps);
    }
  }

  static Experiment defaults() {
    return new Experiment(
        "default",
        100,
        7L,
        1e-4f,
        0.996,
        false,
        Device.CPU,
        Duration.ofMinutes(5),
        Path.of("runs"),
        Optional.empty(),
        List.of(0.9, 0.95),
        Encoder.defaults(),
        CemConfig.defaults(),
        List.of());
  }

  enum Device {
    CPU,
    FIRST_GPU
  }

  record Encoder(int width, int patch) {
    Encoder {
      if (width % patch != 0) {
        throw new IllegalArgumentException(
            "width is a multiple of patch " + patch + ", got " + width);
      }
    }

    static Encoder defaults() {
      return new Encoder(64, 8);
    }
  }

  sealed interface PlannerConfig permits CemConfig, MppiConfig {}

  record CemConfig(int samples, int elites) implements PlannerConfig {
    static CemConfig defaults() {
      return new CemConfig(100, 10);
    }
  }

  record MppiConfig(float temperature) implements PlannerConfig {}
}
