package dev.lookahead.sim.pointmaze;

import java.util.ArrayList;
import java.util.List;

/**
 * A maze of square cells, 1 m wide and centred on the origin. The four constants are those of
 * Gymnasium-Robotics ({@code envs/maze/maps.py}).
 *
 * @param name lower case, for example {@code medium}
 * @param rows from the top; {@code #} is a wall, {@code .} is free
 */
public record Maze(String name, List<String> rows) {

  /** A corridor bent around one wall. */
  public static final Maze U = new Maze("u", List.of("#####", "#...#", "###.#", "#...#", "#####"));

  /** A room without walls inside. */
  public static final Maze OPEN =
      new Maze("open", List.of("#######", "#.....#", "#.....#", "#.....#", "#######"));

  /** 8 by 8 cells. */
  public static final Maze MEDIUM =
      new Maze(
          "medium",
          List.of(
              "########",
              "#..##..#",
              "#..#...#",
              "##...###",
              "#..#...#",
              "#.#..#.#",
              "#...#..#",
              "########"));

  /** 9 by 12 cells. */
  public static final Maze LARGE =
      new Maze(
          "large",
          List.of(
              "############",
              "#....#.....#",
              "#.##.#.#.#.#",
              "#......#...#",
              "#.####.###.#",
              "#..#.#.....#",
              "##.#.#.#.###",
              "#..#...#...#",
              "############"));

  private static final int MAX_SIDE = 64;

  /**
   * Refuses a maze that is not a closed rectangle with at least two free cells, all connected.
   *
   * @throws IllegalArgumentException naming the maze and what is wrong
   */
  public Maze {
    rows = List.copyOf(rows);
    int columns = rows.isEmpty() ? 0 : rows.get(0).length();
    if (rows.size() < 3 || rows.size() > MAX_SIDE || columns < 3 || columns > MAX_SIDE) {
      throw refused(name, "is 3 to 64 cells on each side, got " + rows.size() + "x" + columns);
    }
    for (int row = 0; row < rows.size(); row++) {
      requireRow(name, rows, row, columns);
    }
    requireConnected(name, rows);
  }

  private static void requireRow(String name, List<String> rows, int row, int columns) {
    String cells = rows.get(row);
    if (cells.length() != columns) {
      throw refused(
          name, "has rows of one length, got " + columns + " and " + cells.length() + " cells");
    }
    for (int column = 0; column < columns; column++) {
      char cell = cells.charAt(column);
      if (cell != '#' && cell != '.') {
        throw refused(name, "is made of '#' and '.', got '" + cell + "' in row " + row);
      }
      boolean edge = row == 0 || row == rows.size() - 1 || column == 0 || column == columns - 1;
      if (edge && cell != '#') {
        throw refused(name, "has walls all around, got a gap at row " + row + ", column " + column);
      }
    }
  }

  private static void requireConnected(String name, List<String> rows) {
    List<Cell> free = freeCells(rows);
    if (free.size() < 2) {
      throw refused(name, "has at least 2 free cells, got " + free.size());
    }
    ShortestPaths paths = new ShortestPaths(rows, free.get(0));
    for (Cell cell : free) {
      if (!paths.reaches(cell)) {
        throw refused(name, "has a way between all free cells, got none from " + cell);
      }
    }
  }

  private static IllegalArgumentException refused(String name, String problem) {
    return new IllegalArgumentException("maze '" + name + "' " + problem);
  }

  private static List<Cell> freeCells(List<String> rows) {
    List<Cell> free = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).length(); column++) {
        if (rows.get(row).charAt(column) == '.') {
          free.add(new Cell(row, column));
        }
      }
    }
    return free;
  }

  /**
   * One of the published mazes.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Maze named(String name) {
    List<Maze> published = List.of(U, OPEN, MEDIUM, LARGE);
    return published.stream()
        .filter(maze -> maze.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "maze is one of "
                        + published.stream().map(Maze::name).toList()
                        + ", got '"
                        + name
                        + "'"));
  }

  /** The free cells, row by row. */
  public List<Cell> freeCells() {
    return freeCells(rows);
  }

  /** Whether there is a wall; outside the maze everything is. */
  public boolean isWall(int row, int column) {
    return row < 0
        || row >= height()
        || column < 0
        || column >= width()
        || rows.get(row).charAt(column) == '#';
  }

  /** Width in cells, which is metres. */
  public int width() {
    return rows.get(0).length();
  }

  /** Height in cells, which is metres. */
  public int height() {
    return rows.size();
  }

  /** The cell that holds a position. */
  public Cell cellAt(double x, double y) {
    return new Cell((int) Math.floor(height() / 2.0 - y), (int) Math.floor(x + width() / 2.0));
  }

  /** World x of a cell's left edge. */
  double left(Cell cell) {
    return cell.column() - width() / 2.0;
  }

  /** World y of a cell's upper edge. */
  double top(Cell cell) {
    return height() / 2.0 - cell.row();
  }
}
