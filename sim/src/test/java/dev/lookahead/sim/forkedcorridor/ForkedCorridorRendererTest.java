package dev.lookahead.sim.forkedcorridor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.worldmodel.CameraFrame;
import org.junit.jupiter.api.Test;

class ForkedCorridorRendererTest {

  private final FrameRenderer renderer = new ForkedCorridorRenderer(FrameSize.square(40));

  @Test
  void floorsLiftAndWallsAreWhereTheRulesHaveThem() {
    CameraFrame frame = renderer.render(new double[] {1.5, 5, 0}, 0);
    assertThat(red(frame, 3, 5)).as("stem").isEqualTo(236);
    assertThat(red(frame, 7, 2)).as("upper branch").isEqualTo(236);
    assertThat(red(frame, 7, 8)).as("lower branch").isEqualTo(236);
    assertThat(red(frame, 4.5, 3.5)).as("lift").isEqualTo(196);
    assertThat(red(frame, 7, 5)).as("wall between the branches").isEqualTo(70);
    assertThat(red(frame, 2, 2)).as("wall above the stem").isEqualTo(70);
    assertThat(red(frame, 9.8, 2)).as("wall at the far end").isEqualTo(70);
  }

  @Test
  void theRobotIsDrawnWhereItIs() {
    double[] state = {6.1, 7.9, 0};
    CameraFrame frame = renderer.render(state, 0);
    FramePoint at = renderer.locate(state);
    int column = (int) at.column();
    int row = (int) at.row();
    assertThat(frame.sample(column, row, 0)).isEqualTo(214);
    assertThat(frame.sample(column, row, 2)).isEqualTo(40);
    assertThat(at.column()).isEqualTo(24.4);
  }

  private static int red(CameraFrame frame, double x, double y) {
    return frame.sample((int) (x * 4), (int) (y * 4), 0);
  }
}
