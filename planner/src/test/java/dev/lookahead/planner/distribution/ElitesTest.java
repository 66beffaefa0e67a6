package dev.lookahead.planner.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ElitesTest {

  private static final float INF = Float.POSITIVE_INFINITY;

  @Test
  void holdsTheCheapestBestFirst() {
    Elites elites = new Elites(2, 1);
    elites.select(new float[] {3, 1, 2, 5}, new float[] {30, 10, 20, 50}, 0);

    assertThat(elites.count()).isEqualTo(2);
    assertThat(elites.cost(0)).isEqualTo(1);
    assertThat(elites.values()).containsExactly(10, 20);
  }

  @Test
  void equalCostsRankByPosition() {
    Elites elites = new Elites(2, 1);
    elites.select(new float[] {7, 7, 7}, new float[] {1, 2, 3}, 0);

    assertThat(elites.values()).containsExactly(1, 2);
  }

  @Test
  void infiniteCostsAreNeverElite() {
    Elites elites = new Elites(3, 1);
    elites.select(new float[] {INF, 4, INF}, new float[] {1, 2, 3}, 0);

    assertThat(elites.count()).isEqualTo(1);
    assertThat(elites.values()[0]).isEqualTo(2);
  }

  @Test
  void keptElitesCompeteWithTheCostTheyHad() {
    Elites elites = new Elites(3, 1);
    elites.select(new float[] {1, 2, 3}, new float[] {10, 20, 30}, 0);
    elites.select(new float[] {1.5f, 9}, new float[] {15, 90}, 2);

    assertThat(elites.count()).isEqualTo(3);
    assertThat(elites.values()).containsExactly(10, 15, 20);
  }

  @Test
  void elitesThatAreNotKeptAreForgotten() {
    Elites elites = new Elites(2, 1);
    elites.select(new float[] {1, 2}, new float[] {10, 20}, 0);
    elites.select(new float[] {8, 9}, new float[] {80, 90}, 0);

    assertThat(elites.values()).containsExactly(80, 90);
  }

  @Test
  void agreesWithSortingOnRandomCosts() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 500; trial++) {
      int candidates = 1 + random.nextInt(60);
      int capacity = 1 + random.nextInt(40);
      float[] costs = new float[candidates];
      float[] samples = new float[candidates];
      for (int i = 0; i < candidates; i++) {
        costs[i] = random.nextInt(20);
        samples[i] = i;
      }
      Elites elites = new Elites(capacity, 1);
      elites.select(costs, samples, 0);
      Integer[] order = new Integer[candidates];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Float.compare(costs[a], costs[b]));

      assertThat(elites.count()).isEqualTo(Math.min(capacity, candidates));
      for (int e = 0; e < elites.count(); e++) {
        assertThat(elites.values()[e]).isEqualTo(order[e].floatValue());
      }
    }
  }
}
