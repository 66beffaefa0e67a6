package dev.lookahead.worldmodel.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected numbers: {@code compute_new_pose} and {@code poses_to_diff} with SciPy 1.17. */
class PoseIntegrationTest {

  private static final float[] START = {0.5f, -0.1f, 0.3f, 3.1f, -0.4f, 1.2f, 0.2f};
  private static final Offset<Float> CLOSE = within(2e-6f);

  @Test
  void aPoseMovesAsInTheReference() {
    EndEffectorDelta delta = EndEffectorDelta.of(0.03f, -0.02f, 0.05f, 0.2f, -0.3f, 0.4f, 0.5f);

    requireClose(
        EndEffectorPose.of(START).moved(delta).toArray(),
        0.53f,
        -0.12f,
        0.35f,
        2.8317347f,
        -0.67663634f,
        1.7698021f,
        0.7f);
  }

  @Test
  void theDifferenceOfTwoPosesIsThatOfTheReference() {
    EndEffectorPose end = EndEffectorPose.of(0.4f, 0.2f, 0.25f, -2.9f, 0.6f, -1.0f, 0.9f);

    requireClose(
        EndEffectorPose.of(START).to(end).toArray(),
        -0.1f,
        0.3f,
        -0.05f,
        -0.9334251f,
        0.5412572f,
        -2.5101936f,
        0.7f);
  }

  @Test
  void everyActionMovesThePoseTheOneBeforeItReached() {
    float[] actions = new float[3 * 7];
    float[] delta = {0.01f, 0, 0, 0.3f, 0.2f, -0.1f, 0.4f};
    for (int step = 0; step < 3; step++) {
      System.arraycopy(delta, 0, actions, 7 * step, 7);
    }
    float[] reached = PoseIntegration.reached(EndEffectorPose.of(START), actions);

    requireClose(step(reached, 0), 0.51f, -0.1f, 0.3f, -2.8293009f, -0.5787046f, 0.9012968f, 0.6f);
    requireClose(step(reached, 1), 0.52f, -0.1f, 0.3f, -2.3969383f, -0.6422606f, 0.5203714f, 1);
    requireClose(step(reached, 2), 0.53f, -0.1f, 0.3f, -1.9686251f, -0.5682181f, 0.1436423f, 1);
  }

  @Test
  void nothingDoneIsNowhereElse() {
    requireClose(PoseIntegration.reached(EndEffectorPose.of(START), new float[7]), START);
    assertThat(PoseIntegration.reached(EndEffectorPose.of(START), new float[0])).isEmpty();
  }

  @Test
  void theGripperStopsOpenAndClosed() {
    EndEffectorPose pose = EndEffectorPose.of(START);

    assertThat(pose.moved(EndEffectorDelta.of(0, 0, 0, 0, 0, 0, -0.75f)).gripper()).isZero();
    assertThat(pose.moved(EndEffectorDelta.of(0, 0, 0, 0, 0, 0, 5)).gripper()).isEqualTo(1);
  }

  @Test
  void actionsBetweenIntegratedPosesAreTheActionsTheyCameFrom() {
    SplittableRandom random = new SplittableRandom(3);
    float[] actions = new float[50 * 7];
    for (int i = 0; i < actions.length; i++) {
      double reach = i % 7 == 6 ? 0.01 : i % 7 < 3 ? 0.075 : 0.3;
      actions[i] = (float) random.nextDouble(-reach, reach);
    }
    EndEffectorPose start = EndEffectorPose.of(0.4f, 0, 0.2f, 0.5f, 0.1f, -0.3f, 0.5f);
    float[] recovered = PoseIntegration.actions(PoseIntegration.reached(start, actions));

    assertThat(recovered).hasSize(49 * 7);
    for (int i = 0; i < recovered.length; i++) {
      assertThat(recovered[i]).isCloseTo(actions[7 + i], within(1e-5f));
    }
  }

  @Test
  void integratingTheDifferencesOfARecordingGivesItsPosesBack() {
    SplittableRandom random = new SplittableRandom(4);
    float[] poses = new float[7 * 30];
    for (int i = 0; i < poses.length; i++) {
      double reach = i % 7 == 4 ? 1.5 : 3;
      poses[i] = (float) (i % 7 == 6 ? random.nextDouble() : random.nextDouble(-reach, reach));
    }
    EndEffectorPose start = EndEffectorPose.of(Arrays.copyOf(poses, 7));
    float[] reached = PoseIntegration.reached(start, PoseIntegration.actions(poses));

    for (int i = 0; i < reached.length; i++) {
      assertThat(reached[i]).isCloseTo(poses[7 + i], within(2e-4f));
    }
  }

  @Test
  void otherActionsThanThoseOfAnEndEffectorAreRefused() {
    assertThatThrownBy(() -> PoseIntegration.reached(EndEffectorPose.of(START), new float[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x, y, z, roll, pitch, yaw, gripper, got 9");
    assertThatThrownBy(() -> EndEffectorPose.of(1, 2, 3))
        .hasMessageContaining("a pose has the 7 values");
    assertThatThrownBy(() -> PoseIntegration.actions(new float[7]))
        .hasMessageContaining("at least two poses of 7 values, got 7");
    assertThatThrownBy(() -> PoseIntegration.actions(new float[15])).hasMessageContaining("got 15");
  }

  private static float[] step(float[] states, int index) {
    return Arrays.copyOfRange(states, 7 * index, 7 * index + 7);
  }

  private static void requireClose(float[] found, float... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], CLOSE);
    }
  }
}
