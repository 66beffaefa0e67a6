package dev.lookahead.sim.pointmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MazeTest {

  @Test
  void publishedMazesHaveThePublishedSizesAndFreeCells() {
    assertThat(List.of(Maze.U.width(), Maze.U.height())).containsExactly(5, 5);
    assertThat(List.of(Maze.OPEN.width(), Maze.OPEN.height())).containsExactly(7, 5);
    assertThat(List.of(Maze.MEDIUM.width(), Maze.MEDIUM.height())).containsExactly(8, 8);
    assertThat(List.of(Maze.LARGE.width(), Maze.LARGE.height())).containsExactly(12, 9);
    assertThat(Maze.U.freeCells()).hasSize(7);
    assertThat(Maze.OPEN.freeCells()).hasSize(15);
    assertThat(Maze.MEDIUM.freeCells()).hasSize(26);
    assertThat(Maze.LARGE.freeCells()).hasSize(46);
  }

  @Test
  void theMazeIsCentredOnTheOriginWithRowZeroOnTop() {
    assertThat(Maze.U.cellAt(0, 0)).isEqualTo(new Cell(2, 2));
    assertThat(Maze.U.cellAt(-1, 1)).isEqualTo(new Cell(1, 1));
    assertThat(Maze.LARGE.cellAt(5.4, -3.9)).isEqualTo(new Cell(8, 11));
    assertThat(Maze.U.left(new Cell(1, 1))).isEqualTo(-1.5);
    assertThat(Maze.U.top(new Cell(1, 1))).isEqualTo(1.5);
  }

  @Test
  void publishedMazesAreFoundByName() {
    assertThat(Maze.named("large")).isEqualTo(Maze.LARGE);
    assertThatThrownBy(() -> Maze.named("giant"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maze is one of [u, open, medium, large], got 'giant'");
  }

  @Test
  void everythingOutsideIsWall() {
    assertThat(Maze.U.isWall(-1, 2)).isTrue();
    assertThat(Maze.U.isWall(2, 5)).isTrue();
    assertThat(Maze.U.isWall(1, 1)).isFalse();
  }

  @Test
  void mazesThatAreNoClosedConnectedRectangleAreRefused() {
    assertRefused("maze 'm' is 3 to 64 cells on each side, got 2x3", "###", "###");
    assertRefused("maze 'm' is 3 to 64 cells on each side, got 0x0");
    assertRefused("maze 'm' has rows of one length, got 4 and 3 cells", "####", "#.#", "####");
    assertRefused("maze 'm' is made of '#' and '.', got 'x' in row 1", "####", "#.x#", "####");
    assertRefused(
        "maze 'm' has walls all around, got a gap at row 1, column 3", "####", "#...", "####");
    assertRefused("maze 'm' has at least 2 free cells, got 1", "###", "#.#", "###");
    assertRefused(
        "maze 'm' has a way between all free cells, got none from Cell[row=1, column=3]",
        "#####",
        "#.#.#",
        "#####");
  }

  private static void assertRefused(String message, String... rows) {
    assertThatThrownBy(() -> new Maze("m", List.of(rows)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void shortestPathsLeadAroundTheWall() {
    ShortestPaths paths = new ShortestPaths(Maze.U.rows(), new Cell(3, 1));
    assertThat(paths.next(new Cell(1, 1))).isEqualTo(new Cell(1, 2));
    assertThat(paths.next(new Cell(1, 3))).isEqualTo(new Cell(2, 3));
    assertThat(paths.next(new Cell(3, 1))).isEqualTo(new Cell(3, 1));
    assertThatThrownBy(() -> paths.next(new Cell(2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no way to the goal from Cell[row=2, column=2]");
  }
}
