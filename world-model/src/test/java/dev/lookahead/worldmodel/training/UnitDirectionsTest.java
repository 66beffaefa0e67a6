package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.tensor.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitDirectionsTest {

  private static final int SIZE = 5;
  private static final int COUNT = 20_000;

  @Test
  void everyColumnHasLengthOne() {
    float[] directions = UnitDirections.draw(Shape.of(SIZE, 64), new SplittableRandom(1));

    for (int column = 0; column < 64; column++) {
      assertThat(dot(directions, column, directions, column, 64)).isCloseTo(1, within(1e-6));
    }
  }

  /** On the sphere in D dimensions: mean 0, covariance I / D, E x^4 = 3 / (D (D + 2)). */
  @Test
  void directionsAreUniformOnTheSphere() {
    float[] directions = UnitDirections.draw(Shape.of(SIZE, COUNT), new SplittableRandom(2));

    for (int i = 0; i < SIZE; i++) {
      assertThat(moment(directions, i, 1)).isCloseTo(0, within(0.015));
      assertThat(moment(directions, i, 2)).isCloseTo(1.0 / SIZE, within(0.01));
      assertThat(moment(directions, i, 4)).isCloseTo(3.0 / (SIZE * (SIZE + 2)), within(0.01));
      for (int j = 0; j < i; j++) {
        assertThat(covariance(directions, i, j)).isCloseTo(0, within(0.01));
      }
    }
  }

  @Test
  void noDirectionReturnsInTheStepsThatFollow() {
    int columns = 64;
    float[] first = atStep(0, columns);
    for (int step = 1; step <= 8; step++) {
      float[] later = atStep(step, columns);
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j < columns; j++) {
          assertThat(dot(first, i, later, j, columns)).as("step %d", step).isLessThan(0.9999);
        }
      }
    }
  }

  private static float[] atStep(long step, int columns) {
    return UnitDirections.draw(Shape.of(16, columns), StepRandom.of(1, step).split());
  }

  private static double dot(float[] a, int i, float[] b, int j, int columns) {
    double sum = 0;
    for (int row = 0; row < a.length / columns; row++) {
      sum += (double) a[row * columns + i] * b[row * columns + j];
    }
    return sum;
  }

  private static double moment(float[] directions, int row, int power) {
    double sum = 0;
    for (int column = 0; column < COUNT; column++) {
      sum += Math.pow(directions[row * COUNT + column], power);
    }
    return sum / COUNT;
  }

  private static double covariance(float[] directions, int i, int j) {
    double sum = 0;
    for (int column = 0; column < COUNT; column++) {
      sum += (double) directions[i * COUNT + column] * directions[j * COUNT + column];
    }
    return sum / COUNT;
  }
}
