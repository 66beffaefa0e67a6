package dev.lookahead.sim.pointmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.worldmodel.CameraFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointMazeRendererTest {

  private static final FrameSize SMALL = FrameSize.square(64);
  private static final int FLOOR_RED = 236;
  private static final int WALL_RED = 120;
  private static final int BALL_RED = 12;

  private static CameraFrame draw(Maze maze, FrameSize size, double x, double y) {
    return new PointMazeRenderer(maze, size).render(new double[] {x, y, 0, 0}, 0);
  }

  @Test
  void theFirstRowIsOnTopAndWallsDifferFromTheFloor() {
    CameraFrame frame = draw(Maze.U, SMALL, -1, -1);
    assertThat(frame.sample(14, 14, 0)).isEqualTo(FLOOR_RED);
    assertThat(frame.sample(14, 32, 0)).isEqualTo(WALL_RED);
    assertThat(frame.sample(50, 32, 0)).isEqualTo(FLOOR_RED);
    assertThat(frame.sample(14, 50, 0)).isEqualTo(BALL_RED);
    assertThat(frame.sample(1, 1, 0)).isEqualTo(WALL_RED);
  }

  @Test
  void aLongMazeIsCentredAndWhatLiesBeyondIsWall() {
    CameraFrame frame = draw(Maze.LARGE, SMALL, 0, 0);
    for (int x = 0; x < 64; x++) {
      assertThat(frame.sample(x, 4, 0)).isEqualTo(WALL_RED);
      assertThat(frame.sample(x, 59, 0)).isEqualTo(WALL_RED);
    }
  }

  /** The drawn area of a disc is pi r^2 wherever it lies, up to rounding to bytes. */
  @ParameterizedTest
  @CsvSource({"-1, 1, 64", "-0.97, 1.013, 64", "-1.021, 0.988, 96", "0.333, 1.05, 224"})
  void theBallCoversItsArea(double x, double y, int side) {
    CameraFrame with = draw(Maze.U, FrameSize.square(side), x, y);
    CameraFrame without = draw(Maze.U, FrameSize.square(side), 1, -1);
    double covered = 0;
    for (int row = 0; row < side / 2; row++) {
      for (int column = 0; column < side; column++) {
        covered += without.sample(column, row, 0) - with.sample(column, row, 0);
      }
    }
    double pixelsPerMetre = side / 3.6;
    double area = covered / (FLOOR_RED - BALL_RED) / (pixelsPerMetre * pixelsPerMetre);
    assertThat(area).isCloseTo(Math.PI * 0.04, within(0.001));
  }

  @Test
  void aMoveOfATenthOfAPixelShows() {
    assertThat(draw(Maze.U, SMALL, -1, 1)).isNotEqualTo(draw(Maze.U, SMALL, -0.992, 1));
    assertThat(draw(Maze.U, SMALL, -1, 1)).isNotEqualTo(draw(Maze.U, SMALL, -1, 1.008));
  }

  @Test
  void inALargeMazeTheBallIsStillFourPixelsWide() {
    CameraFrame frame = draw(Maze.LARGE, SMALL, -4.5, 3);
    int full = 0;
    for (int row = 0; row < 64; row++) {
      for (int column = 0; column < 64; column++) {
        full += frame.sample(column, row, 0) < 60 ? 1 : 0;
      }
    }
    assertThat(full).isBetween(8, 16);
  }

  @Test
  void theVelocityDoesNotShow() {
    PointMazeRenderer renderer = new PointMazeRenderer(Maze.U, SMALL);
    assertThat(renderer.render(new double[] {-1, 1, 3, 0}, 0))
        .isEqualTo(renderer.render(new double[] {-1, 1, 0, -2}, 0));
  }

  @Test
  void oblongFramesShowTheMazeUndistorted() {
    CameraFrame frame = draw(Maze.OPEN, new FrameSize(140, 60), 0, 0);
    assertThat(frame.sample(20, 30, 0)).isEqualTo(WALL_RED);
    assertThat(frame.sample(45, 30, 0)).isEqualTo(FLOOR_RED);
    assertThat(frame.sample(70, 30, 0)).isEqualTo(BALL_RED);
  }
}
