package dev.lookahead.planner.mppi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.distribution.Elites;
import org.junit.jupiter.api.Test;

class PathIntegralWeightsTest {

  @Test
  void weightsFallExponentiallyWithTheCost() {
    float[] weights = weights(0.5f, 1, 1.5f, 2);

    assertThat(weights[1] / weights[0]).isCloseTo((float) Math.exp(-1), within(1e-6f));
    assertThat(weights[2] / weights[0]).isCloseTo((float) Math.exp(-2), within(1e-6f));
    assertThat(weights[0] + weights[1] + weights[2]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void addingAConstantToAllCostsChangesNothing() {
    assertThat(weights(0.5f, 0, 0.5f, 1)).containsExactly(weights(0.5f, 1024, 1024.5f, 1025));
  }

  @Test
  void hugeCostsNeitherOverflowNorVanish() {
    assertThat(weights(1e-3f, -1e30f, -1e30f, 1e30f)).containsExactly(0.5f, 0.5f, 0);
  }

  @Test
  void coldTakesTheBestAloneAndHotTheAverage() {
    assertThat(weights(1e-6f, 1, 2, 3)).containsExactly(1, 0, 0);
    assertThat(weights(1e9f, 1, 2, 3)).containsExactly(1 / 3f, 1 / 3f, 1 / 3f);
  }

  private static float[] weights(float temperature, float... costs) {
    Elites elites = new Elites(costs.length, 1);
    elites.select(costs, new float[costs.length], 0);
    float[] weights = new float[costs.length];
    PathIntegralWeights.fill(elites, temperature, weights);
    return weights;
  }
}
