package dev.lookahead.worldmodel.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class EulerAnglesTest {

  @Test
  void rollTurnsFirstAndYawLastAboutTheAxesOfTheBase() {
    Vector3d forward = new Vector3d(1, 0, 0);
    double right = Math.PI / 2;

    assertThat(new EulerAngles(0, 0, right).matrix().transform(forward, new Vector3d()))
        .matches(v -> v.distance(0, 1, 0) < 1e-12);
    assertThat(new EulerAngles(0, right, 0).matrix().transform(forward, new Vector3d()))
        .matches(v -> v.distance(0, 0, -1) < 1e-12);
    assertThat(new EulerAngles(right, 0, right).matrix().transform(new Vector3d(0, 1, 0)))
        .matches(v -> v.distance(0, 0, 1) < 1e-12);
  }

  /** {@code Rotation.from_euler("xyz", [3.1, -0.4, 1.2]).as_matrix()} of SciPy 1.17. */
  @Test
  void theMatrixIsSciPys() {
    double[] rows = {
      0.33375359, 0.92536562, 0.17974152,
      0.85846485, -0.3771362, 0.34757214,
      0.38941834, 0.03829833, -0.92026441
    };
    double[] columns = new EulerAngles(3.1, -0.4, 1.2).matrix().get(new double[9]);

    for (int i = 0; i < 9; i++) {
      assertThat(columns[i % 3 * 3 + i / 3]).isCloseTo(rows[i], within(1e-8));
    }
  }

  @Test
  void anglesOfARotationAreTheAnglesItWasMadeFrom() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      EulerAngles angles = anyAngles(random);
      requireClose(EulerAngles.of(angles.matrix()), angles, 1e-6);
    }
  }

  @Test
  void aDeltaBetweenTwoRotationsLeadsFromOneToTheOther() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000; i++) {
      EulerAngles from = anyAngles(random);
      EulerAngles to = anyAngles(random);
      requireClose(from.then(from.to(to)), to, 1e-6);
    }
  }

  /** SciPy gives [-0.5, pi/2, 0] and [1.1, -pi/2, 0] for roll 0.3 and yaw 0.8. */
  @Test
  void atARightAngleOfPitchTheYawIsZeroAndTheRotationTheSame() {
    EulerAngles up = new EulerAngles(0.3, Math.PI / 2, 0.8);
    EulerAngles down = new EulerAngles(0.3, -Math.PI / 2, 0.8);

    requireClose(EulerAngles.of(up.matrix()), new EulerAngles(-0.5, Math.PI / 2, 0), 1e-7);
    requireClose(EulerAngles.of(down.matrix()), new EulerAngles(1.1, -Math.PI / 2, 0), 1e-7);
    assertThat(EulerAngles.of(up.matrix()).matrix().equals(up.matrix(), 1e-7)).isTrue();
  }

  private static EulerAngles anyAngles(SplittableRandom random) {
    return new EulerAngles(
        random.nextDouble(-3.1, 3.1), random.nextDouble(-1.5, 1.5), random.nextDouble(-3.1, 3.1));
  }

  private static void requireClose(EulerAngles found, EulerAngles expected, double tolerance) {
    assertThat(found.roll()).isCloseTo(expected.roll(), within(tolerance));
    assertThat(found.pitch()).isCloseTo(expected.pitch(), within(tolerance));
    assertThat(found.yaw()).isCloseTo(expected.yaw(), within(tolerance));
  }
}
