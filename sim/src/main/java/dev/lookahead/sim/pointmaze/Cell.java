package dev.lookahead.sim.pointmaze;

/**
 * One square of a maze.
 *
 * @param row counted from the top
 * @param column counted from the left
 */
public record Cell(int row, int column) {

  Cell offset(int rows, int columns) {
    return new Cell(row + rows, column + columns);
  }
}
